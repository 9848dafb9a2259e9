// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.fare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FareTableReaderTest {

  private static final String OPEN = "fares-open-example";
  private static final String CLOSED = "fares-vn-130-2024-example";

  @ParameterizedTest
  @ValueSource(strings = {OPEN, CLOSED})
  void aDocumentThatShipsFitsTheSchemaAndIsCalledAsItsFile(String name) throws Exception {
    Path schema = FareDocuments.FOLDER.resolve("../schema/fares.schema.json");
    assertThat(
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(schema))
                .validate(new ObjectMapper().readTree(FareDocuments.text(name))))
        .isEmpty();
    assertThat(FareDocuments.table(name).id()).isEqualTo(name);
    assertThat(FareDocuments.table(name).currency()).isEqualTo(new Currency("VND", 0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"direction\": \"bridge\", |  | answers the same as \"example.0017.2025\"",
        "2026-06-30 | 2026-07-01 | end one before the other begins",
        "\"code\": \"VND\" | \"code\": \"dong\" | ISO 4217",
        "Asia/Ho_Chi_Minh | Asia/Nowhere | time zone such as",
        "\"06:00\" | \"6\" | time of day such as",
        "35000, 50000 | 35000 | a sum for each of the 5 groups",
        "\"open\" | \"half-open\" | must be one of open, closed",
        "\"example.0017.bridge\" | \"example.0017.2026\" | the id of an earlier row",
        "\"monday\" | \"mon\" | must be one of monday",
        "\"charge-as\", \"group\": 1 | \"charge-as\", \"group\": 6 | from 1 to 5",
        "2025-01-01 | 2025-1-1 | must be a day such as",
        "35000 | -1 | must be from 0",
        "\"amounts\" | \"sums\" | is not known here",
        "\"certainty\": \"from-knowledge\" | \"certainty\": \"sure\" | must be one of verified"
      })
  void aMistakeIsNamedWithItsPlace(String right, String wrong, String said) {
    String text =
        FareDocuments.text(OPEN)
            .replaceFirst(java.util.regex.Pattern.quote(right), wrong == null ? "" : wrong);
    assertThatThrownBy(() -> FareTable.from(Node.read("fares.json", text)))
        .isInstanceOf(GarbledData.class)
        .hasMessageContaining("fares.json: ")
        .hasMessageContaining(said);
  }

  @Test
  void aSectionNeedsARateThatIsThere() {
    String text =
        FareDocuments.text(CLOSED)
            .replace("\"rate\": \"level-2\", \"valid", "\"rate\": \"level-9\", \"valid");
    assertThatThrownBy(() -> FareTable.from(Node.read("fares.json", text)))
        .hasMessageContaining("not among the rates");
  }

  @Test
  void whateverIsChangedInADocumentItIsReadOrRefused() {
    Random random = new Random(4);
    String text = FareDocuments.text(CLOSED);
    int refused = 0;
    for (int i = 0; i < 20_000; i++) {
      StringBuilder changed = new StringBuilder(text);
      for (int change = random.nextInt(3); change >= 0 && changed.length() > 1; change--) {
        int at = random.nextInt(changed.length());
        switch (random.nextInt(3)) {
          case 0 -> changed.setCharAt(at, (char) (32 + random.nextInt(95)));
          case 1 -> changed.deleteCharAt(at);
          default -> changed.setLength(Math.max(1, at));
        }
      }
      try {
        FareTable.from(Node.read("fares.json", changed.toString()));
      } catch (GarbledData garbled) {
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(5_000);
  }
}
