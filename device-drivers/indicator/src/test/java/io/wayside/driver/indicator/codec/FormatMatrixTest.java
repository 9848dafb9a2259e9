// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator.codec;

import static io.wayside.driver.indicator.codec.IndicatorFormat.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Frames of every format heard by a driver configured for every other one. */
class FormatMatrixTest {

  /**
   * The frame of the first is the frame of the second and one byte more, so a driver configured for
   * the second reads it; the suggestion still names the first.
   */
  private static final Set<IndicatorFormat> READ_NEVERTHELESS =
      EnumSet.of(TOLEDO_CONTINUOUS_CHECKED, TOLEDO_CLONE_XOR, TOLEDO_EXTENDED_CHECKED);

  @ParameterizedTest
  @EnumSource
  void theRightFormatIsSuggestedWhereverTheBytesCanTell(IndicatorFormat sent) {
    for (IndicatorFormat configured : IndicatorFormat.values()) {
      FormatGuess guess = new FormatGuess();
      for (byte next : GoldenFrames.stream(sent)) {
        guess.remember(next);
      }
      var found = guess.otherThan(configured);
      String pair = configured + " configured, " + sent + " sent";
      if (configured == sent) {
        assertThat(found).as(pair).isEmpty();
      } else if (GoldenFrames.sameBytes(configured).contains(sent)) {
        // Some of the frames may be none of the other: decimals below zero, a seventh digit above
        // 4.
        assertThat(found).as(pair).isIn(Optional.empty(), Optional.of(sent));
      } else {
        assertThat(found)
            .as(pair)
            .hasValueSatisfying(other -> assertThat(GoldenFrames.sameBytes(sent)).contains(other));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void framesOfAnotherFormatAreNeverReadAsWeights(IndicatorFormat sent) {
    for (IndicatorFormat configured : IndicatorFormat.values()) {
      boolean alike =
          configured == sent
              || GoldenFrames.sameBytes(configured).contains(sent)
              || READ_NEVERTHELESS.contains(sent);
      if (!alike) {
        assertThat(Collected.of(configured, GoldenFrames.stream(sent)).indications)
            .as("%s configured, %s sent", configured, sent)
            .isEmpty();
      }
    }
  }
}
