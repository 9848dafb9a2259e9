// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ZeroTrackingTest {

  private static final double E = 200; // newton
  private static final double MAX = 600_000;

  private final ZeroTracking zero = new ZeroTracking(E, MAX);
  private double now;

  private void hear(double seconds, java.util.function.DoubleUnaryOperator load) {
    double from = now;
    for (; now < from + seconds; now += 0.01) {
      zero.observe(new LoadPoint(now, load.applyAsDouble(now), 0, 0, false));
    }
  }

  private double zeroN() {
    return zero.zero().orElseThrow().totalN();
  }

  @Test
  void isSetWhenThePlatformIsQuiet() {
    hear(0.5, t -> 1000);
    assertThat(zero.zero()).isEmpty();
    hear(0.7, t -> 1000);
    assertThat(zeroN()).isEqualTo(1000);
  }

  @Test
  void isNotSetOutsideTwentyPercentOfMaxOrInMotion() {
    hear(5, t -> 0.21 * MAX);
    assertThat(zero.zero()).isEmpty();
    hear(5, t -> 5 * E * Math.sin(3 * t));
    assertThat(zero.zero()).isEmpty();
    hear(2, t -> 0.19 * MAX);
    assertThat(zero.zero()).isPresent();
  }

  @Test
  void followsSlowDriftButNotFasterThanHalfAnIntervalPerSecond() {
    hear(2, t -> 0);
    hear(10, t -> 0.2 * E * (t - 2));
    assertThat(zeroN()).isCloseTo(0.2 * E * 10, within(0.3 * E));
    double before = zeroN();
    hear(2, t -> 20 * E); // a load that comes and stays
    assertThat(zeroN() - before).isBetween(0.2 * E, 1.05 * E);
  }

  @Test
  void neverGoesFartherThanFourPercentOfMax() {
    hear(2, t -> 0);
    hear(400, t -> 0.4 * E * (t - 2));
    assertThat(zeroN()).isCloseTo(0.04 * MAX, within(1.0));
    assertThat(zero.exhausted()).isTrue();
  }

  @Test
  void noiseIsKnownAndDoesNotMoveIt() {
    Random random = new Random(1);
    hear(60, t -> 500 + 0.2 * E * random.nextGaussian());
    assertThat(zero.noiseN()).isCloseTo(0.2 * E, within(0.06 * E));
    assertThat(zeroN()).isCloseTo(500, within(0.1 * E));
    assertThat(zero.exhausted()).isFalse();
  }

  @Test
  void setByHandItMovesAtOnceButNotFartherThanTrackingMayInAll() {
    hear(2, t -> 0);
    hear(100, t -> 0.4 * E * (t - 2)); // tracking has used 8000 N of 24000 N
    assertThat(zero.set(new LoadPoint(now, 23_900, 0, 0, false))).isTrue();
    assertThat(zeroN()).isEqualTo(23_900);
    assertThat(zero.set(new LoadPoint(now, 24_100, 0, 0, false))).isFalse();
    assertThat(zero.set(new LoadPoint(now, -24_100, 0, 0, false))).isFalse();
    assertThat(zeroN()).isEqualTo(23_900);
    assertThat(zero.set(new LoadPoint(now, -23_900, 0, 0, false))).isTrue();
  }

  @Test
  void theFirstZeroMayBeSetByHandWithinTwentyPercentOfMax() {
    assertThat(zero.set(new LoadPoint(0, 0.21 * MAX, 0, 0, false))).isFalse();
    assertThat(zero.zero()).isEmpty();
    assertThat(zero.set(new LoadPoint(0, 0.19 * MAX, 0, 0, false))).isTrue();
    assertThat(zeroN()).isEqualTo(0.19 * MAX);
    assertThat(zero.set(new LoadPoint(0, 0.14 * MAX, 0, 0, false))).isFalse(); // 5 % away
  }

  @Test
  void afterForgettingItIsSetAnew() {
    hear(2, t -> 0);
    zero.forget();
    assertThat(zero.zero()).isEmpty();
    hear(2, t -> 5000);
    assertThat(zeroN()).isEqualTo(5000);
    assertThat(zero.movedN()).isZero();
  }
}
