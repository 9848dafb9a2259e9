// SPDX-License-Identifier: Apache-2.0
package io.wayside.boot.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.wayside.core.data.GarbledData;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The schema as others read it; an independent validator is the oracle. */
class SchemaFormTest {

  private static final SiteSchema SCHEMA = SchemaFixture.schema();
  private static final String TEXT = SchemaWriter.write(SCHEMA);
  private static final JsonSchema ORACLE =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(TEXT);
  private static final ObjectMapper JACKSON = new ObjectMapper();

  @Test
  void a_schema_reads_back_as_it_was_written() throws GarbledData {
    assertThat(SchemaReader.read(TEXT)).isEqualTo(SCHEMA);
    assertThat(SchemaWriter.write(SchemaReader.read(TEXT))).isEqualTo(TEXT);
  }

  @Test
  void a_schema_without_a_gateway_is_refused() {
    assertThatThrownBy(() -> new SiteSchema(new TreeMap<>())).hasMessageContaining("gateway.id");
  }

  @Test
  void other_text_is_no_schema() {
    for (String text : List.of("", "[]", "{}", "{\"properties\":{},\"$defs\":{\"a\":{}}}")) {
      assertThatThrownBy(() -> SchemaReader.read(text))
          .as(text)
          .isInstanceOfAny(GarbledData.class, IllegalArgumentException.class);
    }
  }

  @Test
  void another_validator_accepts_what_is_valid() throws Exception {
    assertThat(oracle(SiteDocument.VALID)).isTrue();
  }

  /** All but ranges of amounts and references, which a standard schema cannot say. */
  @Test
  void another_validator_judges_changed_documents_alike() throws Exception {
    List<String[]> changes =
        List.of(
            new String[] {"\"devices\"", "\"device\""},
            new String[] {"\"link\"", "\"lnk\""},
            new String[] {"\"lamp\"", "\"lamb\""},
            new String[] {"\"lamp-1\"", "\"Lamp 1\""},
            new String[] {"\"hp-ql10-km12\"", "\"HP 10\""},
            new String[] {"\"20 kg\"", "\"20 lb\""},
            new String[] {"\"20 kg\"", "20"},
            new String[] {"\"20 kg\"", "\"0.02 t\""},
            new String[] {"\"20 kg\"", "\"20 kg\", \"scaleIntervalKg\": 20"},
            new String[] {"\"scaleInterval\": \"20 kg\"", "\"scaleIntervalKg\": 20"},
            new String[] {"\"scaleInterval\": \"20 kg\"", "\"scaleIntervalKg\": \"20\""},
            new String[] {"\"scaleInterval\": \"20 kg\"", "\"enabled\": true"},
            new String[] {"\"20 kg\"", "\"20 kg\", \"enabled\": 1"},
            new String[] {"\"20 kg\"", "\"20 kg\", \"format\": \"D2008\""},
            new String[] {"\"20 kg\"", "\"20 kg\", \"format\": \"D2009\""},
            new String[] {"\"20 kg\"", "\"20 kg\", \"silentAfterMs\": 9"},
            new String[] {"\"20 kg\"", "\"20 kg\", \"silentAfterMs\": 10.0"},
            new String[] {"\"20 kg\"", "\"20 kg\", \"silentAfterMs\": 10.5"},
            new String[] {"\"3 s\"", "\"3 s\", \"limits\": [\"1 t\", \"2 kg\"]"},
            new String[] {"\"3 s\"", "\"3 s\", \"limits\": [\"1 t\", 2]"},
            new String[] {"\"3 s\"", "\"3 s\", \"limitsKg\": [1, 2.5]"},
            new String[] {"[\"tcp://broker.example:1883\"]", "\"tcp://x\""},
            new String[] {"\"brokers\"", "\"bytes\": \"64 KiB\", \"brokers\""},
            new String[] {"\"brokers\"", "\"bytes\": 64, \"brokers\""},
            new String[] {"\"brokers\"", "\"bytes\": true, \"brokers\""},
            new String[] {"\"journal\": { },", ""},
            new String[] {"\"journal\": { }", "\"journal\": null"});
    for (String[] change : changes) {
      String document = SiteDocument.with(change[0], change[1]);
      assertThat(ours(document)).as("%s -> %s", change[0], change[1]).isEqualTo(oracle(document));
    }
  }

  @Test
  void another_validator_judges_random_cuts_and_swaps_alike() throws Exception {
    Random random = new Random(7);
    String[] words = SiteDocument.VALID.split("(?<=[\\s{}:,\\[\\]])", -1);
    int refused = 0;
    for (int i = 0; i < 3000; i++) {
      String[] changed = words.clone();
      int at = random.nextInt(words.length);
      changed[at] = random.nextBoolean() ? "" : words[random.nextInt(words.length)];
      String document = String.join("", changed);
      SiteReading reading = new SiteReader(SCHEMA).read(document);
      refused += reading instanceof SiteReading.Refused ? 1 : 0;
      if (isStrictJson(document) && !mentionsOurOwnRules(reading)) {
        assertThat(ours(document)).as(document).isEqualTo(oracle(document));
      }
    }
    assertThat(refused).isGreaterThan(1000);
  }

  private static boolean mentionsOurOwnRules(SiteReading reading) {
    return reading instanceof SiteReading.Refused refused
        && refused.errors().stream()
            .allMatch(
                error ->
                    error.what().contains("there is no")
                        || error.what().contains("does not offer")
                        || error.what().contains("is too "));
  }

  private static boolean isStrictJson(String document) {
    try {
      io.wayside.core.data.Json.read(document);
      return true;
    } catch (GarbledData notJson) {
      return false;
    }
  }

  private static boolean ours(String document) {
    return new SiteReader(SCHEMA).read(document) instanceof SiteReading.Accepted;
  }

  private static boolean oracle(String document) throws Exception {
    return ORACLE.validate(JACKSON.readTree(document)).isEmpty();
  }
}
