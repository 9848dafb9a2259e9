// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.vehicle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A scheme that is wrong is refused with its place. */
class SchemeReaderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"axles\": 2       | \"axles\": 0        | must be from 1 to 40",
        "\"class\": \"M\"   | \"class\": \"MM\"   | not among the classes",
        "\"groups\"         | \"grups\"           | grups is not known here",
        "\"vn-light\"       | \"vn-motorcycle\"   | of an earlier rule",
        "\"id\": \"L\"      | \"id\": \"M\"       | a second time",
        "\"length\": \"m\"  | \"length\": \"mm\"  | must be one of m, cm, ft",
        "\"decimals\": 2    | \"decimals\": 9     | must be from 0 to 6",
      })
  void aMistakeIsNamedWithItsLine(String right, String wrong, String named) {
    String text = Schemes.text("vn-axle").replaceFirst(Pattern.quote(right), wrong);
    assertThatThrownBy(() -> ClassScheme.from(Node.read("vn-axle.json", text)))
        .isInstanceOf(GarbledData.class)
        .hasMessageContaining("vn-axle.json: line ")
        .hasMessageContaining(named);
  }

  @Test
  void moreSpacingsThanAxlesLeaveRoomForAreRefused() {
    String text =
        Schemes.text("ltpp-13")
            .replaceFirst(Pattern.quote("\"spacings\": [{"), "\"spacings\": [{}, {");
    assertThatThrownBy(() -> ClassScheme.from(Node.read("t", text)))
        .hasMessageContaining("more spacings");
  }

  @Test
  void whateverIsAlteredIsReadOrRefusedAsGarbled() {
    Random random = new Random(4);
    String text = Schemes.text("vn-axle");
    int refused = 0;
    for (int i = 0; i < 300; i++) {
      StringBuilder altered = new StringBuilder(text);
      int at = random.nextInt(text.length() - 20);
      if (random.nextBoolean()) {
        altered.delete(at, at + 1 + random.nextInt(12));
      } else {
        altered.setCharAt(at, (char) (32 + random.nextInt(95)));
      }
      try {
        ClassScheme.from(Node.read("t", altered.toString()))
            .classify(Schemes.pattern("4,1.3", 1, 1, 9));
      } catch (GarbledData expected) {
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(50);
  }
}
