// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class IntervalBookTest {

  private static final long S = 1_000_000_000L;
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final Instant NOON = Instant.parse("2026-11-22T05:00:00Z");

  private final List<Interval> told = new ArrayList<>();

  private static IntervalBook book(Span... spans) {
    return new IntervalBook(List.of(spans), ZONE, 1000 * S, NOON);
  }

  private static Counted car(double seconds) {
    return car(seconds, 20, 0.3);
  }

  private static Counted car(double seconds, double mps, double occupiedS) {
    return new Counted(
        1000 * S + Math.round(seconds * 1e9),
        "2",
        "forward",
        OptionalDouble.of(1),
        OptionalDouble.of(mps),
        occupiedS,
        false);
  }

  private static long at(double seconds) {
    return 1000 * S + Math.round(seconds * 1e9);
  }

  @Test
  void anIntervalTellsCountsSpeedsOccupancyAndHeadways() {
    IntervalBook book = book(Span.M1);
    for (int i = 0; i < 20; i++) {
      book.count(car(3 * i, 10 + i, 0.6));
    }
    book.count(
        new Counted(
            at(59), "9", "backward", OptionalDouble.empty(), OptionalDouble.empty(), 1, true));
    Interval one = book.advance(at(60)).get(0);
    assertThat(one.counts().vehicles()).isEqualTo(21);
    assertThat(one.counts().doubtful()).isEqualTo(1);
    assertThat(one.counts().byClass().get("2")).containsEntry("forward", 20);
    assertThat(one.counts().byClass().get("9")).containsEntry("backward", 1);
    assertThat(one.counts().pcu()).isEqualTo(20);
    assertThat(one.counts().withoutPcu()).isEqualTo(1);
    assertThat(one.counts().speedsMps().mean().getAsDouble()).isCloseTo(19.5, within(1e-9));
    assertThat(one.counts().speedsMps().percentile().getAsDouble()).isCloseTo(26.1, within(0.11));
    assertThat(one.occupancy().getAsDouble()).isCloseTo(13.0 / 60, within(1e-9));
    assertThat(one.counts().headwaysS().n()).isEqualTo(20);
    assertThat(one.completeness()).isEqualTo(1);
  }

  @Test
  void aVehicleThatStandsOverTheEndOfAnIntervalOccupiesBoth() {
    IntervalBook book = book(Span.M1);
    book.count(car(50, 1, 95));
    told.addAll(book.advance(at(180)));
    assertThat(told).hasSize(3);
    assertThat(told.get(0).occupancy().getAsDouble()).isCloseTo(10 / 60.0, within(1e-9));
    assertThat(told.get(1).occupancy().getAsDouble()).isEqualTo(1);
    assertThat(told.get(2).occupancy().getAsDouble()).isCloseTo(25 / 60.0, within(1e-9));
    assertThat(told).extracting(i -> i.counts().vehicles()).containsExactly(1, 0, 0);
  }

  @Test
  void nothingIsToldBeforeItsTimeIsSettledAndVehiclesToldAheadWait() {
    IntervalBook book = book(Span.M1);
    book.count(car(61));
    book.count(car(59));
    assertThat(book.advance(at(59.9))).isEmpty();
    assertThat(book.advance(at(60)).get(0).counts().vehicles()).isEqualTo(1);
    assertThat(book.advance(at(120)).get(0).counts().vehicles()).isEqualTo(1);
  }

  @Test
  void anOutageIsNotObservedAndAnIntervalWithinItIsBlind() {
    IntervalBook book = book(Span.M1);
    book.blind("link-down", at(30));
    told.addAll(book.advance(at(130)));
    book.seeing("link-down", at(150));
    told.addAll(book.advance(at(180)));
    assertThat(told).extracting(Interval::observedS).containsExactly(30.0, 0.0, 30.0);
    assertThat(told.get(1).blind()).isTrue();
    assertThat(told.get(1).causes()).containsExactly("link-down");
  }

  @Test
  void aFaultFoundOutLaterTellsIntervalsAnew() {
    IntervalBook book = book(Span.M1, Span.M5);
    told.addAll(book.advance(at(299)));
    List<Interval> anew = book.blind("stuck-on", at(90));
    assertThat(anew).hasSize(3);
    assertThat(anew).allSatisfy(i -> assertThat(i.revision()).isEqualTo(2));
    assertThat(anew).extracting(Interval::observedS).containsExactly(30.0, 0.0, 0.0);
    Interval five =
        book.advance(at(300)).stream().filter(i -> i.span() == Span.M5).findFirst().get();
    assertThat(five.observedS()).isEqualTo(90);
    assertThat(five.revision()).isEqualTo(1);
  }

  @Test
  void secondsWithoutMeasuringAreToldApartFromThoseWithoutCounting() {
    IntervalBook book = book(Span.M1);
    book.unmeasured("missing-partner", at(10));
    book.blind("link-down", at(20));
    book.seeing("link-down", at(40));
    book.measured("missing-partner", at(50));
    Interval one = book.advance(at(60)).get(0);
    assertThat(one.observedS()).isEqualTo(40);
    assertThat(one.measuredS()).isEqualTo(20);
  }

  @Test
  void noHeadwayIsMeasuredAcrossAnOutage() {
    IntervalBook book = book(Span.M1);
    book.count(car(10));
    book.advance(at(11));
    book.blind("link-down", at(12));
    book.seeing("link-down", at(13));
    book.count(car(20));
    book.count(car(22));
    Interval one = book.advance(at(60)).get(0);
    assertThat(one.counts().headwaysS().n()).isEqualTo(1);
    assertThat(one.counts().headwaysS().mean().getAsDouble()).isEqualTo(2);
  }

  @Test
  void aStartWithinAnIntervalAndAStopLeaveItIncomplete() {
    IntervalBook book = new IntervalBook(List.of(Span.M15), ZONE, 0, NOON.plusSeconds(420));
    told.addAll(book.stop(180 * S));
    assertThat(told).hasSize(1);
    assertThat(told.get(0).slot().from()).isEqualTo(NOON);
    assertThat(told.get(0).from()).isEqualTo(NOON.plusSeconds(420));
    assertThat(told.get(0).completeness()).isEqualTo(0.2);
  }

  @Test
  void aStepOfTheClockPartsIntervalsAndSecondsOfThePartsAreThoseThatPassed() {
    for (long step : new long[] {600, -600, 3600, -3600, 7}) {
      IntervalBook book = book(Span.M15);
      List<Interval> parts = new ArrayList<>(book.step(at(700), NOON.plusSeconds(700 + step)));
      parts.addAll(book.advance(at(5000)));
      parts.addAll(book.stop(at(5000)));
      assertThat(parts.stream().mapToDouble(Interval::observedS).sum()).isEqualTo(5000);
      assertThat(parts).allSatisfy(i -> assertThat(i.observedS()).isLessThanOrEqualTo(900));
      assertThat(parts.get(0).to()).isEqualTo(NOON.plusSeconds(700));
      assertThat(parts.get(1).from()).isEqualTo(NOON.plusSeconds(700 + step));
    }
  }

  @Test
  void aClockThatDriftsALittleDoesNotPartIntervals() {
    IntervalBook book = book(Span.M1);
    for (int i = 1; i <= 600; i++) {
      told.addAll(book.advance(at(i)));
      book.drifted(at(i), NOON.plusNanos(i * S - i * 100_000L));
    }
    assertThat(told).hasSize(9);
    assertThat(told).allSatisfy(i -> assertThat(i.completeness()).isCloseTo(1, within(1e-3)));
    assertThat(told).allSatisfy(i -> assertThat(i.slot().from()).isEqualTo(i.from()));
  }
}
