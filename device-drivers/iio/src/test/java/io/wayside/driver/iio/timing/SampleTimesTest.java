// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.iio.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wayside.driver.iio.context.Batch;
import io.wayside.driver.iio.context.Batch.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A converter whose true clock is known, seen through stamps or arrivals that are not perfect. */
class SampleTimesTest {

  /** The converter says 1 kHz and is 0.7 % fast. */
  private static final double TRUE_NANOS = 993_000.0;

  private static final long START = 5_000_000_000L;
  private static final int BLOCK = 50;

  private final Random random = new Random(6);
  private final SampleTimes times = new SampleTimes(1_000);
  private long taken; // samples the converter took

  private long trueTime(long sample) {
    return START + Math.round(sample * TRUE_NANOS);
  }

  private Batch stamped(Clock clock, long clockAhead) {
    long[] stamps =
        LongStream.range(taken, taken + BLOCK).map(i -> trueTime(i) + clockAhead).toArray();
    taken += BLOCK;
    long arrived = trueTime(taken - 1) + 200_000 + Math.abs(random.nextLong() % 3_000_000);
    return new Batch(new double[1][BLOCK], stamps, clock, arrived);
  }

  private Batch unstamped(long delayNanos) {
    taken += BLOCK;
    return new Batch(
        new double[1][BLOCK], new long[0], Clock.NONE, trueTime(taken - 1) + delayNanos);
  }

  private long jitter() {
    return 300_000
        + Math.abs(random.nextLong() % 2_000_000)
        + (random.nextInt(20) == 0 ? 30_000_000 : 0);
  }

  @Test
  void stampsOfOurClockAreTheTimes() {
    for (int i = 0; i < 40; i++) {
      long first = taken;
      Stretch stretch = times.place(stamped(Clock.OURS, 0)).get(0);
      assertThat(stretch.firstNanos()).isEqualTo(trueTime(first));
      assertThat(stretch.sequence()).isEqualTo(first);
      assertThat(stretch.intervalNanos()).isCloseTo(TRUE_NANOS, within(1.0));
    }
    assertThat(times.rateHz()).isCloseTo(1e9 / TRUE_NANOS, within(0.01));
  }

  @Test
  void stampsOfAForeignClockAreShiftedByTheLeastDelay() {
    List<Stretch> all = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      all.addAll(times.place(stamped(Clock.THEIRS, 1_700_000_000_000_000_000L)));
    }
    requireInOrder(all);
    Stretch last = all.get(all.size() - 1);
    assertThat(last.firstNanos() - trueTime(last.sequence())).isBetween(0L, 2_000_000L);
    assertThat(last.intervalNanos()).isCloseTo(TRUE_NANOS, within(1.0));
  }

  @Test
  void lostScansAreAJumpOfTheSequenceAndCutTheBlock() {
    times.place(stamped(Clock.OURS, 0));
    long[] stamps = LongStream.range(50, 100).map(this::trueTime).toArray();
    for (int i = 20; i < 50; i++) {
      stamps[i] = trueTime(50 + i + 7);
    }

    List<Stretch> stretches =
        times.place(new Batch(new double[1][50], stamps, Clock.OURS, trueTime(107)));

    assertThat(stretches).extracting(Stretch::sequence).containsExactly(50L, 77L);
    assertThat(stretches).extracting(Stretch::to).containsExactly(20, 50);
    assertThat(stretches.get(1).firstNanos()).isEqualTo(trueTime(77));
  }

  @Test
  void aForeignClockThatIsSetCostsNoMillionSamples() {
    times.place(stamped(Clock.THEIRS, 0));
    Stretch forward = times.place(stamped(Clock.THEIRS, 3_600_000_000_000L)).get(0);
    Stretch back = times.place(stamped(Clock.THEIRS, -9_000_000_000_000L)).get(0);

    assertThat(forward.sequence()).isEqualTo(51);
    assertThat(back.sequence()).isEqualTo(102);
    assertThat(back.firstNanos() - trueTime(100)).isBetween(0L, 4_000_000L);
  }

  @Test
  void withoutStampsTheRateIsThatOfTheArrivalsAndNothingComesEarly() {
    List<Stretch> all = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      all.addAll(times.place(unstamped(jitter())));
    }
    requireInOrder(all);
    assertThat(all.size()).isGreaterThan(580);
    for (Stretch stretch : all.subList(100, all.size())) {
      long truth = trueTime(stretch.sequence() + 50L * (600 - all.size()));
      assertThat(stretch.intervalNanos()).isCloseTo(TRUE_NANOS, within(0.004 * TRUE_NANOS));
      assertThat(stretch.firstNanos() - truth).isBetween(-2_000_000L, 4_000_000L);
    }
  }

  @Test
  void nothingIsDeliveredBeforeTheRateWasMeasured() {
    int silent = 0;
    while (times.place(unstamped(300_000)).isEmpty()) {
      silent++;
    }
    assertThat(silent * BLOCK * TRUE_NANOS).isBetween(0.2e9, 0.5e9);
  }

  @Test
  void samplesMissingForGoodAreNoticedWithoutStamps() {
    for (int i = 0; i < 100; i++) {
      times.place(unstamped(jitter()));
    }
    long before = times.place(unstamped(300_000)).get(0).sequence();
    taken += 400; // an overrun
    long after = 0;
    for (int i = 0; i < 20; i++) {
      after = times.place(unstamped(jitter())).get(0).sequence();
    }
    assertThat(after - before).isBetween(20L * BLOCK + 385, 20L * BLOCK + 415);
  }

  @Test
  void anOutageIsAJumpAsLongAsItWas() {
    Stretch before = times.place(stamped(Clock.OURS, 0)).get(0);
    times.opened();
    taken += 5_000;
    Stretch after = times.place(stamped(Clock.OURS, 0)).get(0);

    assertThat(after.sequence() - before.sequence()).isBetween(5_048L, 5_052L);
  }

  @Test
  void stampsThatComeInBunchesAreNotUsed() {
    boolean any = false;
    for (int i = 0; i < 40; i++) {
      Batch even = unstamped(300_000);
      long[] stuck = new long[BLOCK];
      java.util.Arrays.fill(stuck, even.arrivedNanos());
      any |=
          !times
              .place(new Batch(even.values(), stuck, Clock.THEIRS, even.arrivedNanos()))
              .isEmpty();
    }
    assertThat(times.stampsUseless()).isTrue();
    assertThat(any).isTrue();
    assertThat(times.rateHz()).isCloseTo(1e9 / TRUE_NANOS, within(1.0));
  }

  /** Whatever stamps and arrivals are, times go forward and numbers never repeat. */
  @Test
  void anyStampsGiveTimesInOrder() {
    for (int round = 0; round < 300; round++) {
      SampleTimes any = new SampleTimes(1 + random.nextInt(5_000));
      List<Stretch> all = new ArrayList<>();
      long now = START;
      for (int i = 0; i < 30; i++) {
        now += random.nextInt(100_000_000);
        int count = 1 + random.nextInt(20);
        Clock clock = List.of(Clock.values()).get(random.nextInt(3));
        long stamp = random.nextInt(4) == 0 ? random.nextLong() >> 8 : now;
        long[] stamps = new long[count];
        for (int s = 0; s < count; s++) {
          stamps[s] = stamp += random.nextInt(10) == 0 ? -5 : random.nextInt(2_000_000);
        }
        all.addAll(any.place(new Batch(new double[1][count], stamps, clock, now)));
        if (random.nextInt(10) == 0) {
          any.opened();
        }
      }
      requireInOrder(all);
    }
  }

  private static void requireInOrder(List<Stretch> all) {
    for (int i = 1; i < all.size(); i++) {
      Stretch before = all.get(i - 1);
      int length = before.to() - before.from();
      double last = before.firstNanos() + (length - 1) * before.intervalNanos();
      assertThat((double) all.get(i).firstNanos()).isGreaterThan(last);
      assertThat(all.get(i).sequence()).isGreaterThanOrEqualTo(before.sequence() + length);
      assertThat(all.get(i).intervalNanos()).isPositive();
    }
  }
}
