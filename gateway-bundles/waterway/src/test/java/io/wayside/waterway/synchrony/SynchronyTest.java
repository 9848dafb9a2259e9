// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.synchrony;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.ClockQuality.State;
import io.wayside.core.time.Stamp;
import io.wayside.waterway.light.Colour;
import io.wayside.waterway.light.Phase;
import io.wayside.waterway.light.Rhythm;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SynchronyTest {

  private static final Instant MIDNIGHT = Instant.parse("2026-11-22T00:00:00Z");
  private static final long MS = 1_000_000L;

  private static Stamp stamp(Instant wall, long nanos, State state, int ageS) {
    return new Stamp(
        wall,
        new ClockQuality(state, Optional.empty(), Optional.of(Duration.ofSeconds(ageS)), "gnss"),
        "boot-1",
        nanos);
  }

  private static Synchrony synchrony(int periodMs, int offsetMs) {
    Rhythm rhythm = new Rhythm(List.of(Phase.lit(Colour.RED, 500), Phase.dark(periodMs - 500)));
    return new Synchrony(
        new SyncRules(rhythm, offsetMs, Duration.ofMillis(150), Duration.ofHours(1)));
  }

  private static Synchrony at(Instant wall, long nanos, int periodMs, int offsetMs) {
    Synchrony synchrony = synchrony(periodMs, offsetMs);
    synchrony.clock(stamp(wall, nanos, State.SYNCHRONISED, 0));
    return synchrony;
  }

  @Test
  void phaseIsUtcSinceMidnightAndTheOffsetModuloThePeriod() {
    assertThat(at(MIDNIGHT, 0, 5_000, 0).phaseMs(0)).isZero();
    assertThat(at(MIDNIGHT.plusMillis(12_345), 0, 5_000, 0).phaseMs(0)).isEqualTo(2_345);
    assertThat(at(MIDNIGHT.plusMillis(12_345), 0, 5_000, 700).phaseMs(0)).isEqualTo(3_045);
    assertThat(at(MIDNIGHT.plusMillis(12_345), 0, 5_000, 2_600).phaseMs(0)).isEqualTo(4_945);
    assertThat(at(MIDNIGHT, 0, 5_000, 0).phaseMs(7_001 * MS)).isEqualTo(2_001);
  }

  /** A day has 86,400 s and no whole number of 7 s: it jumps there, as all do that keep to it. */
  @Test
  void periodThatDoesNotDivideADayJumpsAtMidnight() {
    Synchrony synchrony = at(MIDNIGHT.minusMillis(1), 0, 7_000, 0);

    assertThat(synchrony.phaseMs(0)).isEqualTo(86_399_999 % 7_000);
    assertThat(synchrony.phaseMs(1 * MS)).isZero();
  }

  @Test
  void lightsThatHeardTheClockAtDifferentTimesAreInStep() {
    Random chance = new Random(5);
    for (int i = 0; i < 2_000; i++) {
      int period = 1_000 + chance.nextInt(20_000);
      Instant base = MIDNIGHT.plusMillis(chance.nextInt(200_000_000));
      int later = chance.nextInt(100_000_000);
      int ask = later + chance.nextInt(1_000_000);
      long origin = chance.nextLong(Long.MIN_VALUE / 4, Long.MAX_VALUE / 4);
      Synchrony one = at(base, 5, period, 30);
      Synchrony other = at(base.plusMillis(later), origin, period, 30);

      int phase = one.phaseMs(5 + ask * MS);
      assertThat(other.phaseMs(origin + (ask - later) * MS)).isEqualTo(phase);
      long utc = Math.floorMod(base.toEpochMilli() + ask, 86_400_000L);
      assertThat(phase).isEqualTo((int) ((utc + 30) % period));
    }
  }

  @Test
  void lostClockIsSaidAndTheLightRunsOn() {
    Synchrony synchrony = at(MIDNIGHT, 0, 5_000, 0);
    assertThat(synchrony.isLost()).isFalse();
    synchrony.clock(stamp(MIDNIGHT.plusSeconds(9_999), 3_000 * MS, State.UNSYNCHRONISED, 0));

    assertThat(synchrony.isLost()).isTrue();
    assertThat(synchrony.phaseMs(7_000 * MS)).isEqualTo(2_000);

    synchrony.clock(stamp(MIDNIGHT.plusMillis(8_500), 8_000 * MS, State.SYNCHRONISED, 0));
    assertThat(synchrony.isLost()).isFalse();
    assertThat(synchrony.phaseMs(8_000 * MS)).isEqualTo(3_500);
  }

  @Test
  void clockInHoldoverIsFollowedForAWhile() {
    Synchrony synchrony = synchrony(5_000, 0);
    assertThat(synchrony.isLost()).isTrue();
    assertThat(synchrony.phaseMs(12 * MS)).isBetween(0, 4_999);

    synchrony.clock(stamp(MIDNIGHT, 0, State.HOLDOVER, 3_600));
    assertThat(synchrony.isLost()).isFalse();
    synchrony.clock(stamp(MIDNIGHT, 0, State.HOLDOVER, 3_601));
    assertThat(synchrony.isLost()).isTrue();
  }
}
