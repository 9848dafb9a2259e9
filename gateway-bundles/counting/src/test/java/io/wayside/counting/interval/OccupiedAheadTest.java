// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OccupiedAheadTest {

  private static final long MS = 1_000_000L;

  /** A line is looked at some ten times a second; each interval's share is recounted by the ms. */
  @Test
  void everyIntervalHasTheShareOfItsOwnMilliseconds() {
    for (long seed = 1; seed <= 20; seed++) {
      Random random = new Random(seed);
      int endMs = 1_000_000;
      BitSet truth = new BitSet(endMs);
      IntervalBook book =
          new IntervalBook(
              List.of(Span.M1, Span.M5), ZoneOffset.UTC, 0, Instant.parse("2026-11-22T00:00:17Z"));
      java.util.ArrayList<Interval> told = new java.util.ArrayList<>();
      int before = 0;
      boolean on = false;
      for (int at = 1; at < endMs; at += 40 + random.nextInt(120)) {
        on = random.nextInt(30) == 0 ? !on : on;
        if (on) {
          book.occupied(before * MS, at * MS);
          truth.set(before, at);
        }
        before = at;
        told.addAll(book.advance((at - 5_000L) * MS));
      }
      told.addAll(book.stop(endMs * MS));
      assertThat(told).hasSizeGreaterThan(18);
      for (Interval one : told) {
        int from =
            (int)
                (one.from().toEpochMilli() - Instant.parse("2026-11-22T00:00:17Z").toEpochMilli());
        int to =
            (int) (one.to().toEpochMilli() - Instant.parse("2026-11-22T00:00:17Z").toEpochMilli());
        assertThat(one.occupancy().orElseThrow())
            .isCloseTo(truth.get(from, to).cardinality() / (double) (to - from), within(1e-9));
      }
    }
  }

  @Test
  void aLineThatStaysOccupiedIsOneStretchAndEachPartIsToldOnce() {
    OccupiedAhead ahead = new OccupiedAhead(2);
    for (int i = 0; i < 1000; i++) {
      ahead.add(i * 10L, i * 10L + 10);
    }
    assertThat(ahead.takeUntil(4_003)).isEqualTo(4_003);
    assertThat(ahead.takeUntil(4_003)).isZero();
    assertThat(ahead.takeUntil(20_000)).isEqualTo(10_000 - 4_003);
  }

  @Test
  void beyondItsRoomItSaysRatherTooMuchThanTooLittle() {
    OccupiedAhead ahead = new OccupiedAhead(2);
    ahead.add(0, 10);
    ahead.add(20, 30);
    ahead.add(40, 50);
    assertThat(ahead.takeUntil(100)).isEqualTo(10 + 30);
  }
}
