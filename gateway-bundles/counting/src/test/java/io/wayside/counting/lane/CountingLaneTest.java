// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wayside.counting.fault.Fault;
import io.wayside.counting.fault.FaultRules;
import io.wayside.counting.interval.Interval;
import io.wayside.counting.interval.Span;
import io.wayside.counting.lane.LaneNews.IntervalTold;
import io.wayside.counting.lane.LaneNews.Vehicle;
import io.wayside.counting.loop.Delays;
import io.wayside.counting.loop.LoopRules;
import io.wayside.counting.loop.Passage;
import io.wayside.counting.loop.Port;
import io.wayside.counting.loop.TrapLayout;
import io.wayside.counting.scheme.Classifier;
import io.wayside.counting.scheme.PcuTable.Terrain;
import io.wayside.rig.simulators.loops.ContactEdge;
import io.wayside.rig.simulators.loops.ContactNoise;
import io.wayside.rig.simulators.loops.LoopRoad;
import io.wayside.rig.simulators.loops.LoopTraffic;
import io.wayside.rig.simulators.loops.LoopVehicle;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class CountingLaneTest {

  private static final long S = 1_000_000_000L;
  private static final Instant BEGIN = Instant.parse("2026-11-22T00:00:00Z");
  private static final LoopRoad ROAD = new LoopRoad(4, 2, List.of());

  private final List<LaneNews> news = new ArrayList<>();
  private final CountingLane lane = new CountingLane(setup(), 0, BEGIN);

  private static LaneSetup setup() {
    return new LaneSetup(
        Optional.of(new TrapLayout(4, 2, 2, List.of())),
        LoopRules.usual(),
        FaultRules.usual(),
        Map.of(Port.LEAD, Delays.NONE, Port.TRAIL, Delays.NONE),
        20_000_000,
        List.of(Span.M1, Span.M15),
        ZoneOffset.UTC,
        new Classifier(Optional.empty(), Optional.empty(), Optional.empty(), Terrain.FLAT));
  }

  private static Instant wall(long nanos) {
    return BEGIN.plusNanos(nanos);
  }

  private void hear(long nanos) {
    news.addAll(lane.heard(Port.LEAD, nanos));
    news.addAll(lane.heard(Port.TRAIL, nanos));
  }

  private static List<ContactEdge> edges(List<LoopVehicle> traffic, long seed) {
    List<LoopRoad.Closing> closings = new ArrayList<>();
    traffic.forEach(vehicle -> closings.addAll(ROAD.closings(vehicle, false)));
    return new ContactNoise(0.001, 2, 0.003, 0, 0).edges(closings, new Random(seed));
  }

  /** Plays contacts up to a moment, with a tick every quarter of a second. */
  private void play(List<ContactEdge> edges, Predicate<ContactEdge> heard, long until) {
    long tick = 0;
    for (ContactEdge edge : edges) {
      if (edge.nanos() > until) {
        break;
      }
      for (; tick < edge.nanos(); tick += S / 4) {
        news.addAll(lane.tick(tick, wall(tick)));
      }
      if (heard.test(edge)) {
        Port port = edge.channel().equals("lead") ? Port.LEAD : Port.TRAIL;
        news.addAll(lane.contact(port, edge.nanos(), edge.on()));
      }
    }
    for (; tick <= until; tick += S / 4) {
      news.addAll(lane.tick(tick, wall(tick)));
    }
  }

  private List<Interval> told(Span span) {
    return news.stream()
        .filter(IntervalTold.class::isInstance)
        .map(one -> ((IntervalTold) one).interval())
        .filter(one -> one.span() == span)
        .toList();
  }

  private List<Passage> passages() {
    return news.stream()
        .filter(Vehicle.class::isInstance)
        .map(one -> ((Vehicle) one).passage())
        .toList();
  }

  @Test
  void freeTrafficIsCountedIntoCompleteIntervals() {
    hear(0);
    List<LoopVehicle> traffic = new LoopTraffic(4).freeFlow(500, 2);
    play(edges(traffic, 4), edge -> true, 1860 * S);
    long passed = traffic.stream().filter(v -> startS(v) < 1850).count();
    assertThat((long) passages().size()).isBetween(passed - 1, passed + 6);
    assertThat(told(Span.M15)).hasSize(2);
    assertThat(told(Span.M1)).hasSize(30);
    assertThat(told(Span.M1)).allSatisfy(i -> assertThat(i.completeness()).isEqualTo(1));
    long first = traffic.stream().filter(v -> startS(v) < 900).count();
    assertThat((long) told(Span.M15).get(0).counts().vehicles()).isBetween(first - 1, first + 1);
    assertThat(lane.faults()).isEmpty();
  }

  private static double startS(LoopVehicle vehicle) {
    return vehicle.drive().timesAt(0).get(0);
  }

  @Test
  void beforeAnyContactIsHeardNothingIsObserved() {
    play(List.of(), edge -> true, 30 * S);
    hear(30 * S);
    play(List.of(), edge -> true, 0);
    news.addAll(lane.tick(61 * S, wall(61 * S)));
    assertThat(told(Span.M1).get(0).observedS()).isEqualTo(30);
    assertThat(told(Span.M1).get(0).causes()).contains("not-heard-lead");
  }

  @Test
  void aDeadLoopLeavesCountsWholeAndMarksTheMeasurementsFromItsFirstVehicleOn() {
    hear(0);
    List<LoopVehicle> traffic = new LoopTraffic(9).freeFlow(400, 2);
    List<ContactEdge> edges = edges(traffic, 9);
    play(edges, edge -> !edge.channel().equals("trail") || edge.nanos() < 300 * S, 1000 * S);
    assertThat(lane.faults()).extracting(Fault::kind).containsExactly(Fault.Kind.MISSING_PARTNER);
    assertThat(lane.faults().get(0).port()).isEqualTo(Port.TRAIL);
    Interval quarter = told(Span.M15).get(0);
    assertThat(quarter.observedS()).isEqualTo(900);
    assertThat(quarter.measuredS()).isCloseTo(300, within(15.0));
    assertThat(quarter.causes()).contains("missing-partner-trail");
    long truth = traffic.stream().filter(v -> startS(v) < 900).count();
    assertThat((long) quarter.counts().vehicles()).isBetween(truth - 1, truth + 1);
  }

  @Test
  void whenNoLoopCountsIntervalsAreNotFilledWithZeros() {
    hear(0);
    news.addAll(lane.contact(Port.LEAD, 100 * S, true));
    news.addAll(lane.contact(Port.TRAIL, 100 * S + S / 10, true));
    play(List.of(), edge -> true, 900 * S);
    play(List.of(), edge -> true, 0);
    news.addAll(lane.tick(901 * S, wall(901 * S)));
    Interval quarter = told(Span.M15).get(0);
    assertThat(quarter.observedS()).isCloseTo(100.1, within(1e-6));
    assertThat(told(Span.M1))
        .filteredOn(i -> i.from().equals(wall(300 * S)))
        .last()
        .satisfies(i -> assertThat(i.blind()).isTrue());
  }

  @Test
  void outagesAtRandomLoseNoVehicleInSilence() {
    for (long seed = 20; seed < 30; seed++) {
      outages(seed);
    }
  }

  /**
   * What passes between outages is counted, what began in one is not, and the seconds are right.
   */
  private static void outages(long seed) {
    CountingLaneTest run = new CountingLaneTest();
    Random random = new Random(seed);
    List<LoopVehicle> traffic = new LoopTraffic(seed).freeFlow(600, 2);
    List<ContactEdge> edges = edges(traffic, seed);
    run.hear(0);
    long until = 1900 * S;
    List<long[]> dark = new ArrayList<>();
    long at = 30 * S;
    while (at < until) {
      long from = at + (long) (random.nextDouble() * 200 * S);
      long to = from + (long) (random.nextDouble() * 40 * S);
      dark.add(new long[] {from, to});
      at = to + 8 * S;
    }
    long tick = 0;
    int next = 0;
    for (long[] outage : dark) {
      next = run.part(edges, next, tick, Math.min(outage[0], until));
      if (outage[0] >= until) {
        break;
      }
      run.news.addAll(run.lane.interrupted(Port.LEAD, outage[0], "link-down"));
      run.news.addAll(run.lane.interrupted(Port.TRAIL, outage[0], "link-down"));
      while (next < edges.size() && edges.get(next).nanos() < outage[1]) {
        next++;
      }
      tick = Math.min(outage[1], until);
      run.hear(tick);
    }
    run.news.addAll(run.lane.stop(until));
    double darkS =
        dark.stream().mapToDouble(o -> Math.max(0, Math.min(o[1], until) - o[0]) / 1e9).sum();
    for (Span span : List.of(Span.M1, Span.M15)) {
      double observed = run.told(span).stream().mapToDouble(Interval::observedS).sum();
      assertThat(observed).isCloseTo(1900 - darkS, within(1e-3));
      int counted = run.told(span).stream().mapToInt(i -> i.counts().vehicles()).sum();
      assertThat(counted).isEqualTo(run.passages().size());
    }
    long seen =
        traffic.stream()
            .map(vehicle -> Math.round(startS(vehicle) * 1e9))
            .filter(s -> s < until && dark.stream().noneMatch(o -> s >= o[0] && s < o[1]))
            .count();
    assertThat((long) run.passages().size()).as("seed " + seed).isEqualTo(seen);
  }

  private int part(List<ContactEdge> edges, int first, long from, long until) {
    int next = first;
    for (long tick = from; tick <= until; tick += S / 4) {
      while (next < edges.size() && edges.get(next).nanos() <= Math.min(until, tick + S / 4)) {
        ContactEdge edge = edges.get(next++);
        Port port = edge.channel().equals("lead") ? Port.LEAD : Port.TRAIL;
        news.addAll(lane.contact(port, edge.nanos(), edge.on()));
      }
      long now = Math.min(until, tick + S / 4);
      news.addAll(lane.tick(now, wall(now)));
    }
    return next;
  }
}
