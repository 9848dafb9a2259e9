// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.wayside.counting.fault.Fault;
import io.wayside.counting.fault.FaultRules;
import io.wayside.counting.interval.Interval;
import io.wayside.counting.interval.Span;
import io.wayside.counting.lane.LaneNews.IntervalTold;
import io.wayside.counting.lane.LaneNews.SensorNews;
import io.wayside.counting.lane.LaneNews.Vehicle;
import io.wayside.counting.loop.Delays;
import io.wayside.counting.loop.LoopRules;
import io.wayside.counting.loop.Port;
import io.wayside.counting.loop.TrapLayout;
import io.wayside.counting.scheme.Classifier;
import io.wayside.counting.scheme.PcuTable.Terrain;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A lane with one loop: outages, faults and steps of the clock, and what is left of the counts. */
class SingleLaneTest {

  private static final long S = 1_000_000_000L;
  private static final Instant BEGIN = Instant.parse("2026-11-22T00:00:00Z");

  private final List<LaneNews> news = new ArrayList<>();
  private final CountingLane lane = new CountingLane(setup(Optional.empty()), 0, BEGIN);

  private static LaneSetup setup(Optional<TrapLayout> layout) {
    return new LaneSetup(
        layout,
        LoopRules.usual(),
        FaultRules.usual(),
        Map.of(Port.LEAD, Delays.NONE),
        20_000_000,
        List.of(Span.M1),
        ZoneOffset.UTC,
        new Classifier(Optional.empty(), Optional.empty(), Optional.empty(), Terrain.FLAT));
  }

  private void vehicle(double atS) {
    contact(atS, true);
    contact(atS + 0.4, false);
  }

  private void contact(double atS, boolean on) {
    news.addAll(lane.contact(Port.LEAD, Math.round(atS * 1e9), on));
  }

  private void tick(double atS) {
    long nanos = Math.round(atS * 1e9);
    news.addAll(lane.tick(nanos, BEGIN.plusNanos(nanos)));
  }

  private List<Interval> intervals() {
    return news.stream()
        .filter(IntervalTold.class::isInstance)
        .map(one -> ((IntervalTold) one).interval())
        .toList();
  }

  private long vehicles() {
    return news.stream().filter(Vehicle.class::isInstance).count();
  }

  @Test
  void aSingleLoopCountsAndEachVehicleIsInOneMinute() {
    news.addAll(lane.heard(Port.LEAD, 0));
    for (int i = 0; i < 30; i++) {
      vehicle(1 + 4 * i);
    }
    tick(181);

    assertThat(vehicles()).isEqualTo(30);
    assertThat(intervals()).extracting(one -> one.counts().vehicles()).containsExactly(15, 15, 0);
    assertThat(intervals()).allSatisfy(one -> assertThat(one.completeness()).isEqualTo(1));
    assertThat(intervals().get(0).occupancy().orElseThrow()).isCloseTo(0.1, within(1e-9));
  }

  @Test
  void whatStandsOnTheLoopWhenItIsHeardAgainIsNotCounted() {
    news.addAll(lane.heard(Port.LEAD, 0));
    vehicle(5);
    news.addAll(lane.interrupted(Port.LEAD, 10 * S, "link-down"));
    contact(30, true); // as it stands now: it came while nothing was heard
    contact(31, false);
    vehicle(40);
    tick(61);

    assertThat(vehicles()).isEqualTo(2);
    assertThat(intervals().get(0).observedS()).isEqualTo(40);
    assertThat(intervals().get(0).causes()).containsExactly("not-heard-lead");
  }

  @Test
  void aSecondWordOfTheSameOutageChangesNothing() {
    news.addAll(lane.heard(Port.LEAD, 0));
    news.addAll(lane.interrupted(Port.LEAD, 10 * S, "silent"));
    news.addAll(lane.interrupted(Port.LEAD, 30 * S, "link-down"));
    assertThat(lane.unheard()).containsEntry(Port.LEAD, "silent");
    news.addAll(lane.heard(Port.LEAD, 50 * S));
    tick(61);

    assertThat(intervals().get(0).observedS()).isEqualTo(20);
    assertThat(lane.unheard()).isEmpty();
  }

  @Test
  void aChatteringLoopIsPassedOverAndItsTimeIsNotObserved() {
    news.addAll(lane.heard(Port.LEAD, 0));
    vehicle(5);
    for (int i = 0; i < 200; i++) {
      contact(20 + 0.02 * i, i % 2 == 0);
    }
    tick(30);
    vehicle(40);
    tick(61);
    List<Fault> faults =
        news.stream()
            .filter(SensorNews.class::isInstance)
            .map(one -> ((SensorNews) one).news().fault())
            .toList();

    assertThat(faults).extracting(Fault::kind).containsOnly(Fault.Kind.CHATTERING);
    assertThat(intervals()).last().satisfies(one -> assertThat(one.observedS()).isLessThan(50));
    assertThat(intervals().get(0).causes()).contains("no-loop-counts");
    assertThat(vehicles()).isBetween(2L, 3L);
    assertThat(lane.faults()).isEmpty();
  }

  @Test
  void aStepOfTheClockPartsTheMinuteAndNoVehicleIsLost() {
    news.addAll(lane.heard(Port.LEAD, 0));
    vehicle(5);
    tick(20);
    long nanos = 30 * S;
    news.addAll(lane.tick(nanos, BEGIN.plusSeconds(3_630)));
    vehicle(40);
    news.addAll(lane.stop(50 * S));

    assertThat(intervals()).hasSize(2);
    assertThat(intervals()).extracting(one -> one.counts().vehicles()).containsExactly(1, 1);
    assertThat(intervals().get(1).from()).isEqualTo(BEGIN.plusSeconds(3_630));
    assertThat(intervals().stream().mapToDouble(Interval::observedS).sum()).isEqualTo(50);
  }

  /** Outages at random over a loop that is sometimes occupied: the bar of the counter. */
  @Test
  void countedAndMissedAreTheTruthWhateverTheOutages() {
    for (long seed = 1; seed <= 30; seed++) {
      SingleLaneTest run = new SingleLaneTest();
      assertThat(run.counted(new Random(seed))).as("seed %d", seed).isTrue();
    }
  }

  private boolean counted(Random random) {
    news.addAll(lane.heard(Port.LEAD, 0));
    double at = 1;
    double darkFrom = 20 * random.nextDouble();
    double darkTo = darkFrom + 30 * random.nextDouble();
    double darkS = 0;
    boolean dark = false;
    int missed = 0;
    int truth = 0;
    while (at < 900) {
      if (!dark && at >= darkFrom) {
        news.addAll(lane.interrupted(Port.LEAD, Math.round(darkFrom * 1e9), "link-down"));
        dark = true;
      }
      if (dark && at >= darkTo) {
        news.addAll(lane.heard(Port.LEAD, Math.round(darkTo * 1e9)));
        darkS += darkTo - darkFrom;
        dark = false;
        darkFrom = at + 1 + 40 * random.nextDouble();
        darkTo = darkFrom + 30 * random.nextDouble();
      }
      truth++;
      if (dark || at + 0.4 >= darkFrom) {
        missed++; // and none is half in and half out of an outage
      } else {
        vehicle(at);
      }
      at += 1 + 5 * random.nextDouble();
    }
    double end = Math.max(at, dark ? darkTo : 0) + 1;
    darkS += dark ? darkTo - darkFrom : 0;
    if (dark) {
      news.addAll(lane.heard(Port.LEAD, Math.round(darkTo * 1e9)));
    }
    news.addAll(lane.stop(Math.round(end * 1e9)));
    int counted = intervals().stream().mapToInt(one -> one.counts().vehicles()).sum();
    double observed = intervals().stream().mapToDouble(Interval::observedS).sum();
    assertThat(observed).isCloseTo(end - darkS, within(1e-6));
    return counted + missed == truth && counted == vehicles();
  }

  @Test
  void aLaneWithoutALeadLoopOrWithHalfAPairIsRefused() {
    assertThatThrownBy(() -> setup(Optional.of(new TrapLayout(4, 2, 2, List.of()))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("trail loop");
  }
}
