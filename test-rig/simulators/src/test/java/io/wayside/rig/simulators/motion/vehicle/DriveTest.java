// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.motion.vehicle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DriveTest {
  /** 10 m/s, stops at 30 m, waits 2 s, rolls back, goes on. */
  private static final Drive BACK_AND_FORTH =
      Drive.steady(0, 0, 10)
          .thenUntil(5)
          .thenTo(0, 2)
          .thenFor(2, 0)
          .thenTo(-1, 0.5)
          .thenFor(1, 0)
          .thenTo(0, 0.5)
          .thenTo(5, 1);

  @Test
  void constantSpeedIsAStraightLineInBothDirectionsOfTime() {
    Drive drive = Drive.steady(3, 20, 5);
    assertThat(drive.placeM(3)).isEqualTo(20);
    assertThat(drive.placeM(0)).isEqualTo(5);
    assertThat(drive.placeM(5)).isEqualTo(30);
    assertThat(drive.timesAt(0)).singleElement().satisfies(t -> assertThat(t).isEqualTo(-1));
  }

  @Test
  void brakingToAStopTakesTheWayOfPhysics() {
    Drive drive = Drive.steady(0, 0, 10).thenTo(0, 2);
    assertThat(drive.placeM(100)).isCloseTo(25, within(1e-9));
    assertThat(drive.speedMps(100)).isZero();
    assertThat(drive.accelMps2(1)).isEqualTo(-2);
    assertThat(drive.accelMps2(6)).isZero();
  }

  @Test
  void speedIsTheDerivativeOfPlace() {
    for (double t = -1; t < 20; t += 0.013) {
      double slope = (BACK_AND_FORTH.placeM(t + 1e-6) - BACK_AND_FORTH.placeM(t - 1e-6)) / 2e-6;
      assertThat(BACK_AND_FORTH.speedMps(t)).isCloseTo(slope, within(1e-4));
    }
  }

  @Test
  void aPlaceRolledOverBackwardsIsCrossedThreeTimes() {
    List<Double> times = BACK_AND_FORTH.timesAt(28.5);
    assertThat(times).hasSize(3).isSorted();
    assertThat(times)
        .allSatisfy(t -> assertThat(BACK_AND_FORTH.placeM(t)).isCloseTo(28.5, within(1e-6)));
  }

  @Test
  void spansWithinAStretchAreThoseThatSamplingFinds() {
    SplittableRandom random = new SplittableRandom(5);
    for (int round = 0; round < 200; round++) {
      double from = random.nextDouble(-5, 40);
      double to = from + random.nextDouble(0.1, 10);
      List<Drive.Span> spans = BACK_AND_FORTH.within(from, to);
      for (double t = -2; t < 30; t += 0.05) {
        double place = BACK_AND_FORTH.placeM(t);
        boolean inside = place > from + 1e-6 && place < to - 1e-6;
        boolean outside = place < from - 1e-6 || place > to + 1e-6;
        double time = t;
        boolean spanned = spans.stream().anyMatch(s -> s.fromS() <= time && time <= s.toS());
        assertThat(spanned || !inside).isTrue();
        assertThat(spanned && outside).isFalse();
      }
    }
  }

  @Test
  void aCrossingWhereOneStretchEndsIsFoundOnce() {
    assertThat(BACK_AND_FORTH.timesAt(5)).hasSize(1);
  }

  @Test
  void laterMeansTheSameWayLater() {
    Drive later = BACK_AND_FORTH.later(7);
    assertThat(later.placeM(10)).isCloseTo(BACK_AND_FORTH.placeM(3), within(1e-9));
    assertThat(later.timesAt(20).get(0))
        .isCloseTo(BACK_AND_FORTH.timesAt(20).get(0) + 7, within(1e-9));
  }

  @Test
  void aPlaceBehindCannotBeDrivenTo() {
    assertThatThrownBy(() -> Drive.steady(0, 10, 5).thenUntil(5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not ahead");
  }
}
