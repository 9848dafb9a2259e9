// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.toll;

import io.wayside.rig.simulators.toll.radio.Channels;
import io.wayside.rig.simulators.toll.road.Arm;
import io.wayside.rig.simulators.toll.road.LaneLayout;
import io.wayside.rig.simulators.toll.road.LoopDetector;
import io.wayside.rig.simulators.toll.road.Span;
import io.wayside.rig.simulators.toll.road.VehicleKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** One lane of the world: what comes, what is in it, and its devices. */
final class Lane {

  /** Further down than this the arm lies on a roof. */
  private static final double TOUCHES = 0.7;

  private static final double ROOM_M = 4;
  private static final double PATIENCE_S = 12;
  private static final double CRANK_AFTER_S = 20;

  final LaneSetup setup;
  final Arm arm;
  final Channels channels;
  final Deque<Arrival> coming = new ArrayDeque<>();
  final List<Passenger> present = new ArrayList<>();
  final Map<WorldEvent.Loop, LoopDetector> loops = new EnumMap<>(WorldEvent.Loop.class);
  boolean green;
  boolean radio = true;
  long readerBackNanos;
  private boolean atTop;
  private boolean atBottom = true;

  Lane(LaneSetup setup, SplittableRandom random) {
    this.setup = setup;
    this.arm = new Arm(setup.opensS(), setup.closesS());
    this.channels = new Channels(random.split());
    for (WorldEvent.Loop loop : WorldEvent.Loop.values()) {
      if (span(loop).isPresent()) {
        loops.put(loop, new LoopDetector(setup.bounces(), random.split()));
      }
    }
  }

  private Optional<Span> span(WorldEvent.Loop loop) {
    LaneLayout layout = setup.layout();
    return switch (loop) {
      case L1 -> Optional.of(layout.arming());
      case L2 -> layout.middle();
      case L3 -> Optional.of(layout.safety());
    };
  }

  /** Lets those in who are due, as long as there is room and nobody backs out. */
  void admit(long nanos) {
    while (!coming.isEmpty() && coming.element().atNanos() <= nanos && room()) {
      present.add(new Passenger(coming.remove(), setup.layout(), nanos));
    }
  }

  private boolean room() {
    if (present.isEmpty()) {
      return true;
    }
    boolean free = present.get(present.size() - 1).vehicle.tailM() > LaneLayout.ENTRY_M + ROOM_M;
    return free && present.stream().noneMatch(p -> p.vehicle.mayBackOut());
  }

  /** A lane that runs by itself opens for whoever is on the way, and closes behind the last. */
  void runItself() {
    if (setup.automatic()) {
      LaneLayout layout = setup.layout();
      boolean wanted =
          present.stream()
              .anyMatch(p -> p.vehicle.noseM() > layout.arming().fromM() && !p.passed());
      arm.command(wanted);
      green = wanted;
    }
  }

  void move(double seconds, long nanos) {
    double aheadM = Double.POSITIVE_INFINITY;
    double aheadMps = 0;
    for (int i = 0; i < present.size(); i++) {
      Passenger one = present.get(i);
      double behindM =
          i + 1 < present.size() ? present.get(i + 1).vehicle.noseM() : Double.NEGATIVE_INFINITY;
      one.vehicle.drive(seconds, aheadM, aheadMps, behindM, arm.position(), green);
      one.observe(nanos);
      aheadM = one.vehicle.tailM();
      aheadMps = one.vehicle.speedMps();
    }
  }

  void moveArm(double seconds, long nanos, Consumer<WorldEvent> events) {
    Optional<Passenger> below =
        present.stream().filter(p -> p.vehicle.covers(setup.layout().armM())).findFirst();
    boolean held = setup.interlocked() && occupied(WorldEvent.Loop.L3);
    boolean touches = below.isPresent() && arm.position() < TOUCHES && arm.closing();
    below.ifPresent(p -> p.arm(touches));
    arm.step(seconds, touches || held);
    contact(nanos, events);
  }

  private void contact(long nanos, Consumer<WorldEvent> events) {
    if (arm.atTop() != atTop) {
      atTop = !atTop;
      events.accept(new WorldEvent.ArmContact(nanos, setup.number(), true, atTop));
    }
    if (arm.atBottom() != atBottom) {
      atBottom = !atBottom;
      events.accept(new WorldEvent.ArmContact(nanos, setup.number(), false, atBottom));
    }
  }

  boolean occupied(WorldEvent.Loop loop) {
    LoopDetector detector = loops.get(loop);
    return detector != null && detector.occupied();
  }

  void look(long fromNanos, long toNanos, Consumer<WorldEvent> events) {
    loops.forEach(
        (loop, detector) -> {
          Span span = span(loop).orElseThrow();
          double felt = 0;
          for (Passenger one : present) {
            felt += feltOf(one, span);
          }
          detector.look(
              felt,
              fromNanos,
              toNanos,
              (nanos, occupied) ->
                  events.accept(new WorldEvent.LoopEdge(nanos, setup.number(), loop, occupied)));
        });
  }

  private static double feltOf(Passenger one, Span loop) {
    VehicleKind kind = one.vehicle.kind();
    return kind.felt(loop, one.vehicle.noseM());
  }

  /** Who waits too long calls; who is not helped then is let through by hand. */
  void helpWaiting(double seconds, long nanos, Consumer<WorldEvent> events) {
    for (Passenger one : present) {
      one.waitedS = one.vehicle.waitsAtLine() ? one.waitedS + seconds : one.waitedS;
      if (!one.called && one.waitedS > PATIENCE_S) {
        one.called = true;
        events.accept(new WorldEvent.DriverCalls(nanos, setup.number(), one.arrival.id()));
      }
      boolean helpless = one.vehicle.waitsAtLine() && one.waitedS > PATIENCE_S + CRANK_AFTER_S;
      if (!one.cranked && helpless) {
        one.cranked = true;
        one.vehicle.wave();
        arm.hand(true);
        crank(one, true, nanos, events);
      }
    }
  }

  private void crank(Passenger one, boolean up, long nanos, Consumer<WorldEvent> events) {
    events.accept(new WorldEvent.HandCrank(nanos, setup.number(), one.arrival.id(), up));
  }

  /** Those who have gone; the crank is let go behind the one it was turned for. */
  List<TrueVehicle> leave(long nanos, Consumer<WorldEvent> events) {
    List<TrueVehicle> gone = new ArrayList<>();
    for (Passenger one : List.copyOf(present)) {
      if (one.gone()) {
        present.remove(one);
        gone.add(one.truth());
        if (one.cranked) {
          arm.hand(false);
          crank(one, false, nanos, events);
        }
      }
    }
    return gone;
  }
}
