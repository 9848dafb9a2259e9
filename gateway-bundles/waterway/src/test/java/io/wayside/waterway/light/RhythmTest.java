// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.light;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class RhythmTest {

  private final Rhythm oc2 =
      new Rhythm(
          List.of(
              Phase.dark(1_000),
              Phase.lit(Colour.WHITE, 1_000),
              Phase.dark(1_000),
              Phase.lit(Colour.WHITE, 10_000)));

  @Test
  void periodIsTheSumOfThePhases() {
    assertThat(oc2.periodMs()).isEqualTo(13_000);
  }

  @Test
  void phaseAtATimeIsTheSameOnePeriodLaterAndEarlier() {
    for (int ms = 0; ms < 13_000; ms += 37) {
      boolean lit = (ms >= 1_000 && ms < 2_000) || ms >= 3_000;
      assertThat(oc2.at(ms).lit()).as("at %d ms", ms).isEqualTo(lit);
      assertThat(oc2.at(ms + 13_000L * 7).lit()).isEqualTo(lit);
      assertThat(oc2.at(ms - 13_000L * 7).lit()).isEqualTo(lit);
    }
  }

  @Test
  void phasesThatDoNotLastAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Phase.dark(0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Rhythm(List.of()));
  }
}
