// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever text comes, it is read or refused with a place. */
@Timeout(60)
class JsonFuzzTest {

  private static final String ALPHABET =
      "{}[]:,\"\\truefalsn0123456789.-+eE \t\r\nux\u0000\u00e9\ud83d\ude00";

  private final Random random = new Random(8259);
  private int accepted;

  @Test
  void randomTextIsReadOrRefused() {
    for (int i = 0; i < 200_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int left = random.nextInt(12); left > 0; left--) {
        text.append(anyCharacter());
      }
      readOrRefuse(text.toString());
    }
    assertThat(accepted).isPositive();
  }

  @Test
  void mutatedTextIsReadOrRefused() {
    RandomTrees trees = new RandomTrees(9);
    for (int i = 0; i < 5_000; i++) {
      String text = Json.write(trees.next());
      for (int j = 0; j < 10; j++) {
        readOrRefuse(mutated(text));
      }
    }
    assertThat(accepted).isPositive();
  }

  @Test
  void everyTruncationOfAnObjectIsRefused() {
    String text = Json.writeIndented(Value.Fields.with("a", new RandomTrees(5).next()).build());
    for (int length = 0; length < text.length(); length++) {
      String beginning = text.substring(0, length);
      assertThatThrownBy(() -> Json.read(beginning)).isInstanceOf(GarbledData.class);
    }
  }

  private void readOrRefuse(String text) {
    try {
      Value value = Json.read(text).root();
      accepted++;
      assertThat(Json.read(Json.write(value)).root()).isEqualTo(value);
    } catch (GarbledData refused) {
      assertThat(refused.getMessage()).matches("(?s)line \\d+, column \\d+: .+");
    }
  }

  private char anyCharacter() {
    return ALPHABET.charAt(random.nextInt(ALPHABET.length()));
  }

  private String mutated(String original) {
    StringBuilder text = new StringBuilder(original);
    for (int left = 1 + random.nextInt(3); left > 0 && !text.isEmpty(); left--) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(3)) {
        case 0 -> text.setCharAt(at, anyCharacter());
        case 1 -> text.insert(at, anyCharacter());
        default -> text.deleteCharAt(at);
      }
    }
    return text.toString();
  }
}
