// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class FormatGuessTest {

  @Test
  void anotherFormatIsRecognised() {
    assertThat(guess(YaohuaA9CodecTest.checked("+0032900").repeat(10)))
        .isEqualTo(IndicatorFormat.YAOHUA_A9_DECIMAL_POSITION);
    assertThat(guess(YaohuaA9CodecTest.checked("+0032907").repeat(10)))
        .isEqualTo(IndicatorFormat.YAOHUA_A9_SEVEN_DIGITS);
  }

  @Test
  void theConfiguredFormatIsNeverGuessed() {
    FormatGuess guess = new FormatGuess();
    feed(guess, "=0432100".repeat(40));
    assertThat(guess.otherThan(IndicatorFormat.YAOHUA_REVERSED)).isEmpty();
    assertThat(guess.otherThan(IndicatorFormat.YAOHUA_A9_SEVEN_DIGITS))
        .contains(IndicatorFormat.YAOHUA_REVERSED);
  }

  @Test
  void aFewFramesAmongGarbageAreNoGuess() {
    FormatGuess guess = new FormatGuess();
    feed(guess, "=0432100=0432100" + "~".repeat(100));
    assertThat(guess.otherThan(IndicatorFormat.YAOHUA_A9_SEVEN_DIGITS)).isEmpty();
  }

  @Test
  void noiseLooksLikeNothing() {
    Random random = new Random(2);
    for (int round = 0; round < 200; round++) {
      FormatGuess guess = new FormatGuess();
      random.ints(300).forEach(next -> guess.remember((byte) next));
      for (IndicatorFormat configured : IndicatorFormat.values()) {
        assertThat(guess.otherThan(configured)).isEmpty();
      }
    }
  }

  @Test
  void whatWasHeardBeforeAResetDoesNotCount() {
    FormatGuess guess = new FormatGuess();
    feed(guess, "=0432100".repeat(40));
    guess.reset();
    assertThat(guess.otherThan(IndicatorFormat.YAOHUA_A9_SEVEN_DIGITS)).isEmpty();
  }

  @Test
  void aGuessIsMadeAnewWhenEnoughMoreWasHeard() {
    FormatGuess guess = new FormatGuess();
    feed(guess, "=0432100".repeat(40));
    assertThat(guess.otherThan(IndicatorFormat.MT_SICS)).contains(IndicatorFormat.YAOHUA_REVERSED);
    feed(guess, "ST,GS,+ 12.345kg\r\n".repeat(20));
    assertThat(guess.otherThan(IndicatorFormat.MT_SICS)).contains(IndicatorFormat.ST_GS);
  }

  private static IndicatorFormat guess(String stream) {
    FormatGuess guess = new FormatGuess();
    feed(guess, stream);
    return guess.otherThan(IndicatorFormat.YAOHUA_REVERSED).orElseThrow();
  }

  private static void feed(FormatGuess guess, String stream) {
    stream.chars().forEach(next -> guess.remember((byte) next));
  }
}
