// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Json;
import io.wayside.core.data.Node;
import io.wayside.weighing.rig.ShippedData;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A pack that is wrong is refused with its place. */
class PackReaderTest {

  private static String text(String pack) throws IOException {
    return Files.readString(ShippedData.file("law/" + pack + ".json"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"limit\": 10       | \"limt\": 10          | limt is not known here",
        "\"kind\": \"gross\" | \"kind\": \"grosz\"   | must be one of axle-group, span, gross",
        "\"vn.axle.single\"  | \"vn.gross.rigid.2\"  | the id of an earlier rule",
        "\"2015-12-01\"      | \"2015-13-01\"        | must be a day such as",
        "[\"rigid\"]         | [\"rigged\"]          | not among the layouts",
        "\"verified\"        | \"sure\"              | must be one of verified, secondary",
        "\"below\": 1.0      | \"below\": 1.0, \"to\": 2 | two upper ends",
      })
  void aMistakeIsNamedWithItsLine(String right, String wrong, String named) throws IOException {
    String text = text("vn").replaceFirst(java.util.regex.Pattern.quote(right), wrong);
    assertThatThrownBy(() -> LawPack.from(Node.read("vn.json", text)))
        .isInstanceOf(GarbledData.class)
        .hasMessageContaining("vn.json: line ")
        .hasMessageContaining(named);
  }

  @Test
  void aBridgeFormulaForOneAxleIsRefused() throws IOException {
    String text = text("us-bridge-formula-b").replace("{ \"from\": 2 }", "{ \"from\": 1 }");
    assertThatThrownBy(() -> LawPack.from(Node.read("us.json", text)))
        .hasMessageContaining("must begin at 2 or more");
  }

  @Test
  void whateverIsLeftOutOrAlteredIsReadOrRefusedAsGarbled() throws IOException {
    Random random = new Random(5);
    String text = text("vn");
    int refused = 0;
    for (int i = 0; i < 400; i++) {
      StringBuilder altered = new StringBuilder(text);
      int at = random.nextInt(text.length() - 20);
      switch (random.nextInt(3)) {
        case 0 -> altered.delete(at, at + 1 + random.nextInt(12));
        case 1 -> altered.setCharAt(at, (char) (32 + random.nextInt(95)));
        default -> altered.insert(at, (char) (32 + random.nextInt(95)));
      }
      try {
        LawPack.from(Node.read("vn.json", altered.toString()));
      } catch (GarbledData expected) {
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(100);
  }

  @Test
  void theDecisionForRecordsNamesRuleSourceAndMargin() {
    Decision decision =
        Packs.VN.decide(Packs.vehicle("12000,3000@4", 50), Circumstances.on(Packs.DAY));
    assertThat(Json.write(DecisionBody.of(decision)))
        .contains("\"verdict\":\"over\"", "\"rule\":\"vn.axle.single\"", "\"limitKg\":10000.0")
        .contains("\"source\":\"TT 46/2015/TT-BGTVT", "\"marginKg\":-2000.0")
        .contains("\"marginPercent\":-20.0", "\"offered\":true");
  }
}
