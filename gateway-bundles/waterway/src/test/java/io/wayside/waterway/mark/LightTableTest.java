// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.mark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.wayside.core.data.Evidence.Certainty;
import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.waterway.aid.Convention;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LightTableTest {

  private static final Path CONFIG = Path.of("../../config");

  private static final String SMALL =
      """
      {"table":"t","title":{"vi":"b","en":"t"},
       "rows":[{"code":"A","convention":"iala-a","mark":"port-hand","title":{"vi":"x","en":"y"},
         "characters":["Fl R 4s"],"source":"s","certainty":"verified"}],
       "missing":[{"codes":"B","title":{"vi":"x","en":"y"},"why":"w"}]}
      """;

  private static LightTable read(String text) throws GarbledData {
    return LightTable.from(Node.read("lights.json", text));
  }

  private static JsonSchema schema() throws IOException {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(Files.readString(CONFIG.resolve("schema/light-table.schema.json")));
  }

  @Test
  void theVietnameseTableIsReadAndFitsItsSchema() throws IOException, GarbledData {
    String text = Files.readString(CONFIG.resolve("lights/vn.json"));
    LightTable table = read(text);

    assertThat(schema().validate(text, InputFormat.JSON)).isEmpty();
    assertThat(table.rows()).extracting(LightRow::code).contains("A1.1", "A2.2", "A7.1", "A8.2");
    assertThat(table.rows())
        .allSatisfy(row -> assertThat(row.evidence().certainty()).isNotEqualTo(Certainty.VERIFIED));
    assertThat(table.missing()).extracting(LightTable.Missing::codes).contains("B", "B5, C1");
    assertThat(row(table, "A7.1").characters().toString()).isEqualTo("[Oc Y 4s]");
    assertThat(row(table, "A7.1").words()).contains("chớp 1 dài");
    assertThat(row(table, "A1.1").characters().get(0).periodMs()).isEmpty();
    assertThat(row(table, "lateral-starboard").convention()).isEqualTo(Convention.QCVN_20);
  }

  private static LightRow row(LightTable table, String code) {
    return table.rows().stream().filter(row -> row.code().equals(code)).findFirst().orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Fl R 4s|Fl(2 R|no character of a light",
        "Fl R 4s|Fl G 4s|contradicts its mark",
        "port-hand|port|must be one of",
        "iala-a|iala|must be one of",
        "[\"Fl R 4s\"]|[]|one character at least",
        "\"code\":\"A\",| |needs a member \"code\"",
        "\"source\":\"s\",| |needs a member \"source\"",
        "\"why\":\"w\"|\"because\":\"w\"|is not known here",
        "\"missing\":|\"lacking\":|is not known here",
      })
  void whatIsWrongIsToldWithFileRowAndRemedy(String part, String instead, String words) {
    String wrong = SMALL.replace(part, instead == null ? "" : instead);

    assertThat(wrong).isNotEqualTo(SMALL);
    assertThatThrownBy(() -> read(wrong))
        .isInstanceOf(GarbledData.class)
        .hasMessageContaining("lights.json")
        .hasMessageContaining(words);
  }

  @Test
  void aRowThatComesTwiceIsRefused() {
    String row = SMALL.substring(SMALL.indexOf("{\"code\""), SMALL.indexOf("],\n \"missing\""));

    assertThatThrownBy(() -> read(SMALL.replace(row, row + "," + row)))
        .isInstanceOf(GarbledData.class)
        .hasMessageContaining("/rows/1/code")
        .hasMessageContaining("a second time");
  }

  @Test
  void anyOtherTextIsRefusedOrRead() throws IOException {
    String text = Files.readString(CONFIG.resolve("lights/vn.json"));
    Random random = new Random(31);
    int refused = 0;
    for (int i = 0; i < 1_000; i++) {
      StringBuilder mangled = new StringBuilder(text);
      for (int j = random.nextInt(3); j >= 0; j--) {
        mangled.setCharAt(random.nextInt(text.length()), "{}[]\",:0aR ".charAt(random.nextInt(11)));
      }
      try {
        assertThat(read(mangled.toString()).rows()).isNotEmpty();
      } catch (GarbledData garbled) {
        refused++;
      }
    }
    assertThat(refused).isBetween(1, 999);
  }
}
