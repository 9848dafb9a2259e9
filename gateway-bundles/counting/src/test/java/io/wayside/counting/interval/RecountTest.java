// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Everything an interval says, worked out anew from the list of vehicles and the outages
 * millisecond by millisecond. Nothing of the recount is shared with what it judges.
 */
class RecountTest {

  private static final long MS = 1_000_000L;
  private static final int SPAN_MS = 3 * 3600 * 1000;
  private static final Instant BEGIN = Instant.parse("2026-11-22T03:07:41.250Z");

  private Random random = new Random(1);
  private final BitSet dark = new BitSet(SPAN_MS);
  private final BitSet unsure = new BitSet(SPAN_MS);
  private final List<Counted> passed = new ArrayList<>();
  private final List<Interval> told = new ArrayList<>();
  private final IntervalBook book =
      new IntervalBook(List.of(Span.M1, Span.M5, Span.M15, Span.M60), ZoneOffset.UTC, 0, BEGIN);

  private static RecountTest of(long seed) {
    RecountTest run = new RecountTest();
    run.random = new Random(seed);
    return run;
  }

  private record Event(int atMs, int order, Runnable what) {}

  /** Outages and doubts of the measures, some found out only long after they began. */
  private void play(boolean foundOutLater) {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      boolean counts = random.nextBoolean();
      String cause = (counts ? "blind-" : "unsure-") + i;
      int from = random.nextInt(SPAN_MS - 1);
      int to = Math.min(SPAN_MS, from + 1 + (int) (Math.pow(random.nextDouble(), 3) * 1_800_000));
      int found = foundOutLater ? from + (int) (random.nextDouble() * (to - from)) : from;
      (counts ? dark : unsure).set(from, to);
      events.add(new Event(found, 0, () -> told.addAll(begin(counts, cause, from))));
      events.add(new Event(to, 1, () -> end(counts, cause, to)));
    }
    for (int at = 1; at < SPAN_MS; at += 1 + random.nextInt(9_000)) {
      Counted one = vehicle(at);
      if (!dark.get(at)) {
        passed.add(one);
        events.add(new Event(at, 2, () -> book.count(one)));
      }
    }
    events.sort(Comparator.comparingInt(Event::atMs).thenComparingInt(Event::order));
    for (Event event : events) {
      told.addAll(book.advance(event.atMs() * MS));
      event.what().run();
    }
    told.addAll(book.stop(SPAN_MS * MS));
  }

  private List<Interval> begin(boolean counts, String cause, int fromMs) {
    return counts ? book.blind(cause, fromMs * MS) : book.unmeasured(cause, fromMs * MS);
  }

  private void end(boolean counts, String cause, int toMs) {
    if (counts) {
      book.seeing(cause, toMs * MS);
    } else {
      book.measured(cause, toMs * MS);
    }
  }

  private Counted vehicle(int atMs) {
    boolean known = random.nextInt(5) > 0;
    return new Counted(
        atMs * MS,
        List.of("1", "2", "5", "9", "unknown").get(random.nextInt(5)),
        random.nextInt(6) > 0 ? "forward" : "backward",
        known ? OptionalDouble.of(0.25 * (1 + random.nextInt(12))) : OptionalDouble.empty(),
        known ? OptionalDouble.of(3 + 30 * random.nextDouble()) : OptionalDouble.empty(),
        0.05 + 0.6 * random.nextDouble(),
        random.nextInt(20) == 0);
  }

  /** As told last: a fault found out later tells an interval anew. */
  private List<Interval> last() {
    Map<String, Interval> latest = new HashMap<>();
    told.forEach(one -> latest.put(one.span() + " " + one.from(), one));
    return List.copyOf(latest.values());
  }

  private static int ms(Instant wall) {
    return (int) (wall.toEpochMilli() - BEGIN.toEpochMilli());
  }

  private static int seen(BitSet out, int from, int to) {
    return to - from - out.get(from, to).cardinality();
  }

  private static void assertSeconds(Interval one, RecountTest truth) {
    int from = ms(one.from());
    int to = ms(one.to());
    BitSet neither = (BitSet) truth.dark.clone();
    neither.or(truth.unsure);
    assertThat(one.observedS()).isCloseTo(seen(truth.dark, from, to) / 1e3, within(1e-6));
    assertThat(one.measuredS()).isCloseTo(seen(neither, from, to) / 1e3, within(1e-6));
    assertThat(one.completeness())
        .isCloseTo(one.observedS() / one.slot().seconds(), within(1e-12))
        .isBetween(0.0, 1.0);
    assertThat(one.causes().isEmpty()).isEqualTo(seen(neither, from, to) == to - from);
  }

  private static void assertCounts(Interval one, List<Counted> passed) {
    int from = ms(one.from());
    int to = ms(one.to());
    List<Counted> mine =
        passed.stream().filter(v -> v.nanos() >= from * MS && v.nanos() < to * MS).toList();
    Counts counts = one.counts();
    assertThat(counts.vehicles()).isEqualTo(mine.size());
    assertThat((long) counts.doubtful()).isEqualTo(mine.stream().filter(Counted::doubtful).count());
    assertThat(counts.byClass())
        .isEqualTo(
            mine.stream()
                .collect(
                    Collectors.groupingBy(
                        Counted::vehicleClass,
                        Collectors.groupingBy(Counted::direction, Collectors.summingInt(v -> 1)))));
    assertThat(counts.pcu())
        .isCloseTo(mine.stream().mapToDouble(v -> v.pcu().orElse(0)).sum(), within(1e-9));
    assertThat((long) counts.withoutPcu())
        .isEqualTo(mine.stream().filter(v -> v.pcu().isEmpty()).count());
    assertSpeeds(counts, mine);
  }

  private static void assertSpeeds(Counts counts, List<Counted> mine) {
    double[] speeds = mine.stream().flatMapToDouble(v -> v.speedMps().stream()).sorted().toArray();
    assertThat(counts.speedsMps().n()).isEqualTo(speeds.length);
    if (speeds.length > 0) {
      double mean = java.util.Arrays.stream(speeds).sum() / speeds.length;
      double p85 = speeds[(int) Math.ceil(0.85 * speeds.length) - 1];
      assertThat(counts.speedsMps().mean().orElseThrow()).isCloseTo(mean, within(1e-9));
      assertThat(counts.speedsMps().percentile().orElseThrow()).isCloseTo(p85, within(0.1001));
    }
  }

  /** Headways between neighbours between which every millisecond was observed. */
  private void assertHeadways(Interval one) {
    double sum = 0;
    int n = 0;
    for (int i = 1; i < passed.size(); i++) {
      int before = (int) (passed.get(i - 1).nanos() / MS);
      int at = (int) (passed.get(i).nanos() / MS);
      if (at >= ms(one.from()) && at < ms(one.to()) && dark.get(before, at).isEmpty()) {
        sum += (at - before) / 1e3;
        n++;
      }
    }
    assertThat(one.counts().headwaysS().n()).isEqualTo(n);
    if (n > 0) {
      assertThat(one.counts().headwaysS().mean().orElseThrow()).isCloseTo(sum / n, within(1e-9));
    }
  }

  @Test
  void everyFigureOfEveryIntervalIsThatOfTheRecount() {
    for (long seed = 1; seed <= 8; seed++) {
      RecountTest run = RecountTest.of(seed);
      run.play(false);
      assertThat(run.told).hasSizeGreaterThan(200).allMatch(one -> one.revision() == 1);
      for (Interval one : run.told) {
        assertSeconds(one, run);
        assertCounts(one, run.passed);
        run.assertHeadways(one);
      }
    }
  }

  @Test
  void whatIsFoundOutLaterIsToldAnewUntilTheSecondsAreRight() {
    for (long seed = 20; seed <= 27; seed++) {
      RecountTest run = RecountTest.of(seed);
      run.play(true);
      assertThat(run.told).anyMatch(one -> one.revision() > 1);
      for (Interval one : run.last()) {
        assertSeconds(one, run);
        assertCounts(one, run.passed);
      }
    }
  }

  @Test
  void revisionsCountUpFromOneAndSayLessEachTime() {
    RecountTest run = RecountTest.of(33);
    run.play(true);
    Map<String, Interval> before = new HashMap<>();
    for (Interval one : run.told) {
      Interval old = before.put(one.span() + " " + one.from(), one);
      assertThat(one.revision()).isEqualTo(old == null ? 1 : old.revision() + 1);
      if (old != null) {
        assertThat(one.observedS()).isLessThanOrEqualTo(old.observedS());
        assertThat(one.measuredS()).isLessThanOrEqualTo(old.measuredS());
        assertThat(one.counts()).isEqualTo(old.counts());
      }
    }
  }

  /** Shorter intervals add up to the longer ones they lie in. */
  @Test
  void minutesAddUpToQuartersAndQuartersToHours() {
    RecountTest run = RecountTest.of(40);
    run.play(false);
    for (Interval large : run.told) {
      List<Interval> small =
          run.told.stream()
              .filter(one -> one.span() == Span.M1)
              .filter(one -> !one.from().isBefore(large.from()) && !one.to().isAfter(large.to()))
              .toList();
      assertThat(small.stream().mapToInt(one -> one.counts().vehicles()).sum())
          .isEqualTo(large.counts().vehicles());
      assertThat(small.stream().mapToDouble(Interval::observedS).sum())
          .isCloseTo(large.observedS(), within(1e-6));
    }
  }

  /** A restart and steps of the clock: parts of a slot add up, and no second is told twice. */
  @Test
  void restartsAndStepsOfTheClockLoseNoVehicleAndNoSecond() {
    for (long seed = 50; seed < 60; seed++) {
      Random dice = new Random(seed);
      long at = 0;
      Instant wall = BEGIN;
      IntervalBook run = new IntervalBook(List.of(Span.M15), ZoneOffset.UTC, at, wall);
      List<Interval> all = new ArrayList<>();
      double offS = 0;
      int vehicles = 0;
      for (int i = 0; i < 40; i++) {
        long until = at + (1 + dice.nextInt(1_200)) * 1_000_000_000L;
        for (long v = at; v < until; v += (1 + dice.nextInt(20)) * 1_000_000_000L) {
          all.addAll(run.advance(v));
          run.count(
              new Counted(
                  v, "2", "forward", OptionalDouble.empty(), OptionalDouble.empty(), 0.2, false));
          vehicles++;
        }
        wall = wall.plusNanos(until - at);
        at = until;
        if (dice.nextBoolean()) {
          wall = wall.plusSeconds(dice.nextInt(8_000) - 4_000);
          all.addAll(run.step(at, wall));
        } else {
          all.addAll(run.stop(at));
          long down = dice.nextInt(300) * 1_000_000_000L;
          offS += down / 1e9;
          at += down;
          wall = wall.plusNanos(down);
          run = new IntervalBook(List.of(Span.M15), ZoneOffset.UTC, at, wall);
        }
      }
      all.addAll(run.stop(at));
      assertThat(all.stream().mapToInt(one -> one.counts().vehicles()).sum()).isEqualTo(vehicles);
      assertThat(all.stream().mapToDouble(Interval::observedS).sum())
          .isCloseTo(at / 1e9 - offS, within(1e-6));
    }
  }
}
