// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.loops;

import io.wayside.core.vehicle.AxlePattern;
import io.wayside.core.vehicle.ClassScheme;
import io.wayside.counting.loop.Delays;
import io.wayside.counting.loop.Edge;
import io.wayside.counting.loop.EdgeOrder;
import io.wayside.counting.loop.LoopEvent;
import io.wayside.counting.loop.LoopEvent.Passed;
import io.wayside.counting.loop.LoopRules;
import io.wayside.counting.loop.Passage;
import io.wayside.counting.loop.Port;
import io.wayside.counting.loop.Trap;
import io.wayside.counting.loop.TrapLayout;
import io.wayside.counting.scheme.Sureness;
import io.wayside.rig.simulators.loops.ContactNoise;
import io.wayside.rig.simulators.loops.LoopRoad;
import io.wayside.rig.simulators.loops.LoopTraffic;
import io.wayside.rig.simulators.loops.LoopVehicle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Free flow through one lane: what the counter makes of the contacts, and what is true. */
final class LoopRun {

  private static final LoopRoad ROAD = new LoopRoad(4, 2, List.of(2.5));
  private static final Delays DELAYS = new Delays(3_000_000, 7_000_000);
  private static final long WINDOW_NANOS = 20_000_000;

  /** How well a scale beside the lane knows the loads, for classes that ask for them. */
  private static final double LOAD_ERROR = 0.05;

  private static final Map<String, Port> PORTS =
      Map.of("lead", Port.LEAD, "trail", Port.TRAIL, "piezo-1", Port.PIEZO_1);

  private final long seed;
  private final int vehicles;
  private final ClassScheme weighed;
  private final ClassScheme bare;
  private final Errors speed = new Errors("speed", 0.01);
  private final Errors length = new Errors("length", 0.01);
  private final Errors spacing = new Errors("axle spacing", 0.02);
  private int right;
  private int rightBare;
  private int axlesRight;
  private int counted;

  private final Way way;

  LoopRun(long seed, int vehicles, ClassScheme weighed, ClassScheme bare, Way way) {
    this.way = way;
    this.seed = seed;
    this.vehicles = vehicles;
    this.weighed = weighed;
    this.bare = bare;
  }

  LoopRun run() throws InterruptedException {
    List<LoopVehicle> traffic = new LoopTraffic(seed).freeFlow(vehicles, 5);
    List<Passage> passages = passages(traffic);
    counted = passages.size();
    Random scale = new Random(seed + 2);
    for (int i = 0; i < Math.min(traffic.size(), counted); i++) {
      compare(traffic.get(i), passages.get(i), scale);
    }
    return this;
  }

  /**
   * Times that a driver only looks for cannot reach the bar; the count must be right all the same.
   */
  boolean good() {
    return way.grainNanos() > 0 ? counted == vehicles : isWithinTheBar();
  }

  private boolean isWithinTheBar() {
    return counted == vehicles
        && speed.within() >= 0.99
        && length.within() >= 0.99
        && share(right) >= 0.99;
  }

  List<String> lines() {
    return List.of(
        String.format(Locale.ROOT, "counted %d of %d vehicles", counted, vehicles),
        speed.line(),
        length.line(),
        spacing.line(),
        percent("axles counted right", axlesRight),
        percent("class right by axles and loads (" + weighed.id() + ")", right),
        percent("class right by axles alone (" + bare.id() + ")", rightBare));
  }

  private String percent(String what, int n) {
    return String.format(Locale.ROOT, "%s: %d, %.2f %%", what, n, 100 * share(n));
  }

  private double share(int n) {
    return (double) n / vehicles;
  }

  /** Contacts with a millisecond of jitter, bouncing, late by more when they open. */
  private List<Passage> passages(List<LoopVehicle> traffic) throws InterruptedException {
    List<LoopRoad.Closing> closings = new ArrayList<>();
    traffic.forEach(vehicle -> closings.addAll(ROAD.closings(vehicle, false)));
    ContactNoise noise =
        new ContactNoise(0.001, 2, 0.003, DELAYS.onNanos() / 1e9, DELAYS.offNanos() / 1e9);
    Trap trap =
        new Trap(
            new TrapLayout(ROAD.spacingM(), ROAD.zoneM(), ROAD.zoneM(), ROAD.piezosM()),
            LoopRules.usual(),
            Map.of(Port.LEAD, DELAYS, Port.TRAIL, DELAYS, Port.PIEZO_1, DELAYS));
    Seen seen = new Seen(trap);
    way.play(noise.edges(closings, new Random(seed + 1)), seen);
    List<LoopEvent> events = seen.end();
    return events.stream()
        .filter(Passed.class::isInstance)
        .map(event -> ((Passed) event).passage())
        .toList();
  }

  /** Changes put in order, and what the trap sees in them. */
  private static final class Seen implements Way.Hearing {
    private final EdgeOrder order = new EdgeOrder(WINDOW_NANOS);
    private final List<LoopEvent> events = new ArrayList<>();
    private final Trap trap;
    private long lastNanos;

    Seen(Trap trap) {
      this.trap = trap;
    }

    @Override
    public void changed(String channel, long nanos, boolean on) {
      order.add(new Edge(PORTS.getOrDefault(channel, Port.PIEZO_2), nanos, on));
      lastNanos = Math.max(lastNanos, nanos);
      feed(order.release(lastNanos));
    }

    @Override
    public void lost(String channel, long sinceNanos) {
      throw new IllegalStateException(channel + " was lost where nothing was cut");
    }

    private void feed(List<Edge> edges) {
      edges.forEach(edge -> events.addAll(trap.edge(edge)));
    }

    List<LoopEvent> end() {
      feed(order.release(Long.MAX_VALUE));
      events.addAll(trap.advance(lastNanos + 60_000_000_000L));
      return events;
    }
  }

  private void compare(LoopVehicle truth, Passage passage, Random scale) {
    double mps = (truth.drive().atM(1e-3) - truth.drive().atM(0)) * 1000;
    passage.speedMps().ifPresent(measured -> speed.add(measured, mps));
    passage.lengthM().ifPresent(measured -> length.add(measured, truth.lengthM()));
    if (passage.spacingsM().size() != truth.spacingsM().size()) {
      return;
    }
    axlesRight++;
    for (int i = 0; i < truth.spacingsM().size(); i++) {
      spacing.add(passage.spacingsM().get(i), truth.spacingsM().get(i));
    }
    List<Double> loads =
        truth.axlesKg().stream().map(kg -> kg * (1 + LOAD_ERROR * scale.nextGaussian())).toList();
    right += told(weighed, AxlePattern.of(passage.spacingsM(), loads)).equals(truth.kind()) ? 1 : 0;
    rightBare += told(bare, AxlePattern.of(passage.spacingsM())).equals(truth.kind()) ? 1 : 0;
  }

  private static String told(ClassScheme scheme, AxlePattern axles) {
    return Sureness.of(scheme.classify(axles)).vehicleClass();
  }
}
