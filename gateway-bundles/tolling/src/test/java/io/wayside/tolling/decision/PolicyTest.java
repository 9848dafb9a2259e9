// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.tolling.book.ListType;
import io.wayside.tolling.tag.IssuerProfiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTest {

  private static final Path EXAMPLE = Path.of("../../config/tolling/policy-example.json");
  private static final ObjectMapper JACKSON = new ObjectMapper();

  private static Policy read(String json) throws GarbledData {
    return Policy.from(Node.read("policy.json", json));
  }

  private static Set<ValidationMessage> faults(Path schema, String json) throws Exception {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(Files.readString(schema))
        .validate(JACKSON.readTree(json));
  }

  @Test
  void theExampleIsRead() throws Exception {
    Policy policy = read(Files.readString(EXAMPLE));
    assertThat(policy.id()).isEqualTo("policy-example/1");
    assertThat(policy.lowBalance()).isEqualTo(Policy.Leave.OFFICE);
    assertThat(policy.officeWithinMs()).isEqualTo(300);
    assertThat(policy.needed()).containsExactlyInAnyOrder(ListType.ACCOUNTS, ListType.BLOCKED);
    assertThat(policy.ages().alarm()).hasMinutes(15);
    assertThat(policy.ages().stale()).hasHours(24);
    assertThat(policy.aloneUpTo()).isEqualTo(60_000);
    assertThat(policy.limits()).isEqualTo(new Policy.Limits(1_000_000, 500_000_000));
  }

  @Test
  void theExampleOfIssuersIsReadAndSaysThatItIsOne() throws Exception {
    Path file = EXAMPLE.resolveSibling("issuers-example.json");
    IssuerProfiles profiles =
        IssuerProfiles.from(Node.read(file.toString(), Files.readString(file)));
    assertThat(profiles.isExample()).isTrue();
    assertThat(profiles.id()).isEqualTo("issuers-example");
    assertThat(profiles.rows()).hasSize(3).allMatch(row -> row.source().equals("made up"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"policy-example.json", "issuers-example.json"})
  void anExampleFitsTheSchemaItNames(String name) throws Exception {
    Path file = EXAMPLE.resolveSibling(name);
    String json = Files.readString(file);
    Path schema = file.resolveSibling(JACKSON.readTree(json).get("$schema").asText());
    assertThat(faults(schema, json)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`\"lowBalance\": \"office\"` | `\"lowBalance\": \"maybe\"` | /lowBalance",
        "`\"unlisted\"` | `\"unlited\"` | unlited",
        "`\"withinMs\": 300` | `\"withinMs\": 0` | /office/withinMs",
        "`\"staleAfterS\": 86400` | `\"staleAfterS\": 0` | /lists/staleAfterS",
        "`\"whenStale\": \"pass\"` | `\"whenStale\": \"office\"` | /lists/whenStale",
        "`\"accounts\", \"blocked\"` | `\"accounts\", \"accounts\"` | /lists/needed/1",
        "`\"mostPerLane\": 5` | `\"mostPerLane\": -5` | /offline/mostPerLane",
        "`\"aloneUpTo\": 6` | `\"aloneUpTo\": -6` | /corrections/aloneUpTo",
        "`\"VND\"` | `\"dong\"` | /currency",
      })
  void whatIsWrongIsNamedWithItsPlaceAndRefusedByTheSchemaToo(
      String right, String wrong, String named) throws Exception {
    String json = Files.readString(EXAMPLE);
    assertThat(json).contains(right);
    String changed = json.replace(right, wrong);
    assertThatThrownBy(() -> read(changed))
        .isInstanceOf(GarbledData.class)
        .hasMessageContaining("policy.json: line ")
        .hasMessageContaining(named);
    assertThat(faults(Path.of("../../config/schema/toll-policy.schema.json"), changed))
        .isNotEmpty();
  }

  @Test
  void withoutAWordOfCorrectionsNobodyGivesMoneyBackAlone() throws Exception {
    String json = Files.readString(EXAMPLE);
    String without = json.replaceAll(",\\s*\"corrections\": \\{[^}]*}", "");
    assertThat(without).isNotEqualTo(json);
    assertThat(read(without).aloneUpTo()).isZero();
    assertThat(faults(Path.of("../../config/schema/toll-policy.schema.json"), without)).isEmpty();
  }

  @Test
  void nothingIsLeftToAnOfficeThatIsNotAsked() throws Exception {
    String json = Files.readString(EXAMPLE).replace("\"asks\": true", "\"asks\": false");
    assertThatThrownBy(() -> read(json)).hasMessageContaining("/lowBalance");
  }

  @Test
  void noDocumentBreaksTheReader() throws Exception {
    String json = Files.readString(EXAMPLE);
    Random random = new Random(61);
    int refused = 0;
    for (int i = 0; i < 3000; i++) {
      StringBuilder text = new StringBuilder(json);
      for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
        text.setCharAt(random.nextInt(text.length()), (char) (32 + random.nextInt(95)));
      }
      try {
        read(text.toString());
      } catch (GarbledData garbled) {
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(1000);
  }
}
