// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.loops;

import io.wayside.counting.fault.Fault;
import io.wayside.counting.fault.FaultNews;
import io.wayside.counting.fault.FaultRules;
import io.wayside.counting.interval.Interval;
import io.wayside.counting.interval.Span;
import io.wayside.counting.lane.CountingLane;
import io.wayside.counting.lane.LaneNews;
import io.wayside.counting.lane.LaneSetup;
import io.wayside.counting.loop.Delays;
import io.wayside.counting.loop.LoopRules;
import io.wayside.counting.loop.Port;
import io.wayside.counting.loop.TrapLayout;
import io.wayside.counting.scheme.Classifier;
import io.wayside.counting.scheme.PcuTable.Terrain;
import io.wayside.rig.simulators.loops.ContactEdge;
import io.wayside.rig.simulators.loops.ContactNoise;
import io.wayside.rig.simulators.loops.FaultyContacts;
import io.wayside.rig.simulators.loops.LoopRoad;
import io.wayside.rig.simulators.loops.LoopTraffic;
import io.wayside.rig.simulators.loops.LoopVehicle;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Contacts that chatter, stick and fall silent in free flow: whether the faults are told, and
 * whether each minute that claims to be observed throughout has its vehicles.
 */
final class FaultRun implements Way.Hearing {

  private static final long S = 1_000_000_000L;
  private static final Instant BEGIN = Instant.parse("2026-11-22T00:00:00Z");
  private static final LoopRoad ROAD = new LoopRoad(4, 2, List.of(2.5));
  private static final Map<String, Port> PORTS =
      Map.of("lead", Port.LEAD, "trail", Port.TRAIL, "piezo-1", Port.PIEZO_1);

  private final long seed;
  private final int vehicles;
  private final Way way;
  private final List<LaneNews> news = new ArrayList<>();
  private final CountingLane lane = new CountingLane(setup(), 0, BEGIN);
  private final List<String> lines = new ArrayList<>();
  private long tickedNanos;
  private boolean good = true;

  FaultRun(long seed, int vehicles, Way way) {
    this.seed = seed;
    this.vehicles = vehicles;
    this.way = way;
  }

  private static LaneSetup setup() {
    return new LaneSetup(
        Optional.of(new TrapLayout(ROAD.spacingM(), ROAD.zoneM(), ROAD.zoneM(), ROAD.piezosM())),
        LoopRules.usual(),
        FaultRules.usual(),
        Map.of(Port.LEAD, Delays.NONE, Port.TRAIL, Delays.NONE, Port.PIEZO_1, Delays.NONE),
        50_000_000,
        List.of(Span.M1),
        ZoneOffset.UTC,
        new Classifier(Optional.empty(), Optional.empty(), Optional.empty(), Terrain.FLAT));
  }

  FaultRun run() throws InterruptedException {
    List<LoopVehicle> traffic = new LoopTraffic(seed).freeFlow(vehicles, 5);
    List<LoopRoad.Closing> closings = new ArrayList<>();
    traffic.forEach(vehicle -> closings.addAll(ROAD.closings(vehicle, false)));
    List<ContactEdge> edges =
        new ContactNoise(0.001, 2, 0.003, 0, 0).edges(closings, new Random(seed + 1));
    double lastS = edges.get(edges.size() - 1).nanos() / 1e9;
    FaultyContacts faulty = new FaultyContacts(edges, new Random(seed + 2));
    faulty.chatter("lead", 0.15 * lastS, 0.15 * lastS + 6);
    faulty.stuck("trail", 0.3 * lastS, 0.3 * lastS + 420);
    faulty.silent("trail", 0.7 * lastS, 0.7 * lastS + 180);
    PORTS.values().forEach(port -> news.addAll(lane.heard(port, 0)));
    way.play(faulty.edges(), this);
    tick(Math.round((lastS + 90) * 1e9));
    news.addAll(lane.stop(tickedNanos));
    judgeFault(Fault.Kind.CHATTERING, Port.LEAD, 0.15 * lastS);
    judgeFault(Fault.Kind.STUCK_ON, Port.TRAIL, 0.3 * lastS);
    judgeFault(Fault.Kind.MISSING_PARTNER, Port.TRAIL, 0.7 * lastS);
    judgeMinutes(traffic);
    return this;
  }

  @Override
  public void changed(String channel, long nanos, boolean on) {
    tick(nanos);
    news.addAll(lane.contact(PORTS.getOrDefault(channel, Port.PIEZO_2), nanos, on));
  }

  @Override
  public void lost(String channel, long sinceNanos) {
    throw new IllegalStateException(channel + " was lost where nothing was cut");
  }

  private void tick(long until) {
    for (; tickedNanos + S / 4 <= until; tickedNanos += S / 4) {
      news.addAll(lane.tick(tickedNanos, BEGIN.plusNanos(tickedNanos)));
    }
  }

  private void judgeFault(Fault.Kind kind, Port port, double fromS) {
    Optional<Fault> told =
        news.stream()
            .filter(LaneNews.SensorNews.class::isInstance)
            .map(one -> ((LaneNews.SensorNews) one).news())
            .filter(FaultNews.Began.class::isInstance)
            .map(FaultNews::fault)
            .filter(fault -> fault.kind() == kind && fault.port() == port)
            .min(Comparator.comparingDouble(fault -> apartS(fault, fromS)));
    good &= told.isPresent() && apartS(told.get(), fromS) < 60;
    lines.add(
        String.format(
            Locale.ROOT,
            "%s of %s from %.1f s on: %s",
            kind.code(),
            port,
            fromS,
            told.map(one -> String.format(Locale.ROOT, "told since %.1f s", one.sinceNanos() / 1e9))
                .orElse("not told")));
  }

  private static double apartS(Fault fault, double fromS) {
    return Math.abs(fault.sinceNanos() / 1e9 - fromS);
  }

  /** One that is counted in the minute beside its own is within the jitter of the border. */
  private void judgeMinutes(List<LoopVehicle> traffic) {
    Map<Instant, Interval> latest = new HashMap<>();
    for (LaneNews one : news) {
      if (one instanceof LaneNews.IntervalTold told) {
        latest.put(told.interval().from(), told.interval());
      }
    }
    int complete = 0;
    int right = 0;
    int marked = 0;
    for (Interval minute : latest.values()) {
      if (minute.causes().isEmpty() && minute.slot().to().equals(minute.to())) {
        complete++;
        right += Math.abs(minute.counts().vehicles() - truth(traffic, minute)) <= 1 ? 1 : 0;
      } else {
        marked++;
      }
    }
    good &= right == complete && marked > 0 && complete > 0;
    lines.add(
        "minutes without a mark: "
            + complete
            + ", counted right: "
            + right
            + "; marked for a fault or cut short: "
            + marked);
  }

  private static int truth(List<LoopVehicle> traffic, Interval minute) {
    int passed = 0;
    for (LoopVehicle vehicle : traffic) {
      Instant at = BEGIN.plusNanos(Math.round(vehicle.drive().timesAt(0).get(0) * 1e9));
      passed += !at.isBefore(minute.from()) && at.isBefore(minute.to()) ? 1 : 0;
    }
    return passed;
  }

  boolean good() {
    return good;
  }

  List<String> lines() {
    return lines;
  }
}
