// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Outages at random: counted and missed are what is true, and completeness is right. */
class OutagesTest {

  private static final long MS = 1_000_000L;
  private static final int DAY_MS = 30 * 3600 * 1000;
  private static final Instant BEGIN = Instant.parse("2026-10-24T20:17:23Z");

  @Test
  void countedAndMissedAreTheTruthAndCompletenessIsRightToTheSecond() {
    for (long seed = 1; seed <= 12; seed++) {
      run(new Random(seed), ZoneId.of(seed % 2 == 0 ? "Europe/Berlin" : "Asia/Ho_Chi_Minh"));
    }
  }

  private static void run(Random random, ZoneId zone) {
    // Truth, millisecond by millisecond.
    BitSet dark = new BitSet(DAY_MS);
    List<int[]> outages = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      int from = random.nextInt(DAY_MS);
      int to = Math.min(DAY_MS, from + (int) (Math.pow(random.nextDouble(), 3) * 4_000_000));
      outages.add(new int[] {from, to});
      dark.set(from, to);
    }
    List<Integer> vehicles = new ArrayList<>();
    for (int at = 0; at < DAY_MS; at += 1 + random.nextInt(20_000)) {
      vehicles.add(at);
    }
    List<Interval> told = play(outages, dark, vehicles, zone);
    int missed = (int) vehicles.stream().filter(dark::get).count();
    Map<Span, Integer> counted = new HashMap<>();
    Map<Span, Double> observed = new HashMap<>();
    for (Interval interval : told) {
      int from = (int) (interval.from().toEpochMilli() - BEGIN.toEpochMilli());
      int to = (int) (interval.to().toEpochMilli() - BEGIN.toEpochMilli());
      int seen = to - from - dark.get(from, to).cardinality();
      assertThat(interval.observedS()).isCloseTo(seen / 1000.0, within(1e-6));
      long truth = vehicles.stream().filter(at -> at >= from && at < to && !dark.get(at)).count();
      assertThat(interval.counts().vehicles()).isEqualTo((int) truth);
      assertThat(interval.blind()).isEqualTo(seen == 0);
      counted.merge(interval.span(), interval.counts().vehicles(), Integer::sum);
      observed.merge(interval.span(), interval.observedS(), Double::sum);
    }
    double seenS = (DAY_MS - dark.cardinality()) / 1000.0;
    for (Span span : Span.values()) {
      assertThat(counted.get(span) + missed).isEqualTo(vehicles.size());
      assertThat(observed.get(span)).isCloseTo(seenS, within(1e-3));
    }
  }

  /**
   * In the order of time, as a lane would tell it; overlapping outages have causes of their own.
   */
  private static List<Interval> play(
      List<int[]> outages, BitSet dark, List<Integer> vehicles, ZoneId zone) {
    record Event(int atMs, int order, Runnable what) {}
    List<Interval> told = new ArrayList<>();
    IntervalBook book = new IntervalBook(List.of(Span.values()), zone, 0, BEGIN);
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < outages.size(); i++) {
      String cause = "outage-" + i;
      int[] outage = outages.get(i);
      events.add(new Event(outage[0], 0, () -> book.blind(cause, outage[0] * MS)));
      events.add(new Event(outage[1], 1, () -> book.seeing(cause, outage[1] * MS)));
    }
    for (int at : vehicles) {
      if (!dark.get(at)) {
        events.add(new Event(at, 2, () -> book.count(car(at))));
      }
    }
    events.sort(java.util.Comparator.comparingInt(Event::atMs).thenComparingInt(Event::order));
    for (Event event : events) {
      told.addAll(book.advance(event.atMs() * MS));
      event.what().run();
    }
    told.addAll(book.stop(DAY_MS * MS));
    return told;
  }

  private static Counted car(int atMs) {
    return new Counted(
        atMs * MS, "2", "forward", OptionalDouble.of(1), OptionalDouble.of(20), 0.3, false);
  }
}
