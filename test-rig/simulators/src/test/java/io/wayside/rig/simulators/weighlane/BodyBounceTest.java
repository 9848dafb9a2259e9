// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.weighlane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BodyBounceTest {

  private static final double STEP_S = 0.0001;

  @ParameterizedTest
  @EnumSource(Suspension.class)
  void swingsAtTheFrequencyOfItsSuspension(Suspension suspension) {
    BodyBounce bounce = new BodyBounce(suspension, 0.02, true);
    int crossings = 0;
    for (double s = STEP_S; s < 10; s += STEP_S) {
      if (bounce.shareAt(s) < 0 != bounce.shareAt(s + STEP_S) < 0) {
        crossings++;
      }
    }
    assertThat(crossings / 20.0).isCloseTo(suspension.bounceHz(), within(0.06));
    assertThat(suspension.bounceHz()).isBetween(1.2, 2.3);
  }

  /** The envelope is checked against stepping its equation numerically. */
  @ParameterizedTest
  @EnumSource(Suspension.class)
  void diesAwayAsDamperAndFrictionSay(Suspension suspension) {
    BodyBounce bounce = new BodyBounce(suspension, 0.015, false);
    double amplitude = 0.015;
    double s = 0;
    while (amplitude > 0) {
      assertThat(Math.abs(bounce.shareAt(s))).isLessThanOrEqualTo(amplitude + 1e-5);
      amplitude -=
          STEP_S * (suspension.decayPerS() * amplitude + 4 * suspension.bounceHz() * 0.005);
      s += STEP_S;
    }
    assertThat(bounce.stillAfterS()).isCloseTo(s, within(0.005));
    assertThat(bounce.shareAt(bounce.stillAfterS() + 0.001)).isZero();
  }

  @Test
  void startsWithoutAJumpAndPressesNowhereBeforeItsTime() {
    BodyBounce bounce = new BodyBounce(Suspension.DRIVE_LEAF, 0.02, false);
    assertThat(bounce.shareAt(-1)).isZero();
    assertThat(bounce.shareAt(0.001)).isCloseTo(0, within(0.001));
  }

  @Test
  void underARollingWheelItNeverEnds() {
    BodyBounce bounce = new BodyBounce(Suspension.TRAILER_LEAF, 0.03, true);
    assertThat(bounce.stillAfterS()).isInfinite();
  }
}
