// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.weighlane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AxleVisitTest {

  private static final BodyBounce NONE = new BodyBounce(Suspension.STEER_LEAF, 0, false);

  /** Touches at 1 s, fully on from 1.4 s to 3.4 s, off at 4 s. */
  private static AxleVisit visit(double coverage, BodyBounce bounce) {
    return new AxleVisit(1, 8000, coverage, 1, 0.4, 0.3, 2, 0.6, bounce);
  }

  @Test
  void rollsOnStandsAndRollsOff() {
    AxleVisit visit = visit(1, NONE);
    assertThat(visit.loadKgAt(0.99)).isZero();
    assertThat(visit.loadKgAt(1.2)).isCloseTo(4000, within(1e-6));
    assertThat(visit.loadKgAt(1.4)).isCloseTo(8000, within(1e-6));
    assertThat(visit.loadKgAt(3.4)).isCloseTo(8000, within(1e-6));
    assertThat(visit.loadKgAt(3.7)).isCloseTo(4000, within(1e-6));
    assertThat(visit.endS()).isCloseTo(4, within(1e-9));
    assertThat(visit.loadKgAt(4.01)).isZero();
  }

  @Test
  void theLoadNeverFallsWhileRollingOnNorRisesWhileRollingOff() {
    AxleVisit visit = visit(1, NONE);
    for (double s = 0.9; s < 4.1; s += 0.001) {
      double change = visit.loadKgAt(s + 0.001) - visit.loadKgAt(s);
      assertThat(s < 2 ? change : -change).isGreaterThanOrEqualTo(-1e-9);
    }
  }

  @Test
  void isSettledWhenTheWheelsStandAndTheBodyIsAtRest() {
    assertThat(visit(1, NONE).settledS()).isCloseTo(1.7, within(1e-9));
    BodyBounce swaying = new BodyBounce(Suspension.TRAILER_LEAF, 0.03, false);
    assertThat(swaying.stillAfterS()).isGreaterThan(0.3);
    assertThat(visit(1, swaying).settledS()).isCloseTo(1.4 + swaying.stillAfterS(), within(1e-9));
    BodyBounce tooLong = new BodyBounce(Suspension.TRAILER_LEAF, 0.9, false);
    assertThat(visit(1, tooLong).settledS()).isInfinite();
  }

  @Test
  void onlyWhatIsOnThePlatformPresses() {
    assertThat(visit(0.6, NONE).loadKgAt(2)).isCloseTo(4800, within(1e-6));
    assertThat(visit(0.6, NONE).onPlatformKg()).isCloseTo(4800, within(1e-6));
  }
}
