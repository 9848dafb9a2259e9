// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.driver.nmea.sentence.Fault;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LineQualityTest {

  private static final long S = 1_000_000_000L;

  private final LineQuality quality = new LineQuality(0);

  @Test
  void aMinuteIsJudgedWhenItIsOverAndNoSooner() {
    quality.look(10, Map.of(Fault.WRONG_CHECK_SUM, 50L), 59 * S);
    assertThat(quality.verdict()).isEmpty();
    quality.look(10, Map.of(Fault.WRONG_CHECK_SUM, 50L), 60 * S);
    assertThat(quality.verdict())
        .hasValueSatisfying(words -> assertThat(words).contains("50 of 60", "earth"));
  }

  @Test
  void oneInTwentyIsTooManyAndTwoAreNone() {
    quality.look(57, Map.of(Fault.UNPRINTABLE, 3L), 60 * S);
    assertThat(quality.verdict()).isPresent();
    quality.look(157, Map.of(Fault.UNPRINTABLE, 8L), 120 * S);
    assertThat(quality.verdict()).as("5 of 105").isEmpty();
    quality.look(157, Map.of(Fault.UNPRINTABLE, 10L), 180 * S);
    assertThat(quality.verdict()).as("two of two are an accident").isEmpty();
  }

  /** Counts only grow: what was bad an hour ago is no fault of this minute. */
  @Test
  void eachMinuteStandsForItself() {
    quality.look(0, Map.of(Fault.NO_SENTENCE, 900L), 60 * S);
    assertThat(quality.verdict()).isPresent();
    quality.look(100, Map.of(Fault.NO_SENTENCE, 900L), 121 * S);
    assertThat(quality.verdict()).isEmpty();
  }

  @Test
  void theMostFrequentFaultGivesTheRemedy() {
    quality.look(
        0, Map.of(Fault.NO_CHECK_SUM, 5L, Fault.TOO_LONG, 9L, Fault.TAG_BLOCK, 1L), 60 * S);
    assertThat(quality.verdict())
        .hasValueSatisfying(
            words ->
                assertThat(words)
                    .contains("5 no check sum", "9 too long", "1 tag block")
                    .endsWith(LineQuality.remedy(Fault.TOO_LONG)));
  }

  @Test
  void everyFaultHasARemedy() {
    Set<String> remedies = new HashSet<>();
    for (Fault fault : EnumSet.allOf(Fault.class)) {
      remedies.add(LineQuality.remedy(fault));
      assertThat(LineQuality.remedy(fault)).contains("check");
    }
    assertThat(remedies).hasSizeGreaterThan(3);
  }
}
