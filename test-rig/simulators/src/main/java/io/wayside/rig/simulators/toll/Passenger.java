// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.toll;

import io.wayside.rig.simulators.llrp.SimulatedTag;
import io.wayside.rig.simulators.toll.radio.Point;
import io.wayside.rig.simulators.toll.road.LaneLayout;
import io.wayside.rig.simulators.toll.road.Span;
import io.wayside.rig.simulators.toll.road.Vehicle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** A vehicle in the world, its tags, and the log of what happened to it. */
final class Passenger {

  final Arrival arrival;
  final Vehicle vehicle;
  final LaneLayout layout;
  private final long cameNanos;
  private final Map<Integer, Map<Integer, Integer>> reads = new HashMap<>();
  private final Map<Integer, Map<Integer, Integer>> peaks = new HashMap<>();
  private OptionalLong entered = OptionalLong.empty();
  private OptionalLong reached = OptionalLong.empty();
  private OptionalLong passed = OptionalLong.empty();
  private boolean backedOut;
  private boolean underArm;
  private int armHits;
  boolean called;
  boolean cranked;
  double waitedS;

  Passenger(Arrival arrival, LaneLayout layout, long nowNanos) {
    this.arrival = arrival;
    this.layout = layout;
    this.cameNanos = nowNanos;
    this.vehicle = new Vehicle(arrival.kind(), arrival.manner(), layout, arrival.speedMps());
  }

  boolean passed() {
    return passed.isPresent();
  }

  boolean gone() {
    return backedOut || vehicle.tailM() > layout.awayM();
  }

  /** Where a tag is now. */
  Point place(FittedTag tag, double acrossM) {
    return new Point(
        vehicle.noseM() - vehicle.kind().tagBackM(),
        acrossM + tag.acrossM(),
        vehicle.kind().tagUpM());
  }

  void observe(long nanos) {
    Span safety = layout.safety();
    if (entered.isEmpty() && vehicle.noseM() > layout.arming().fromM()) {
      entered = OptionalLong.of(nanos);
    }
    if (reached.isEmpty() && vehicle.noseM() > safety.fromM()) {
      reached = OptionalLong.of(nanos);
    }
    if (passed.isEmpty() && vehicle.tailM() > safety.toM()) {
      passed = OptionalLong.of(nanos);
    }
    backedOut = vehicle.goneBackwards();
  }

  /** The arm rests on it, or does not; coming down on it once is one hit. */
  void arm(boolean rests) {
    armHits += rests && !underArm ? 1 : 0;
    underArm = rests;
  }

  void heard(int tag, int lane, int rssiDbm) {
    if (!passed()) {
      reads.computeIfAbsent(tag, t -> new HashMap<>()).merge(lane, 1, Integer::sum);
      peaks.computeIfAbsent(tag, t -> new HashMap<>()).merge(lane, rssiDbm, Math::max);
    }
  }

  TrueVehicle truth() {
    List<TrueTag> tags = new ArrayList<>();
    for (int i = 0; i < arrival.tags().size(); i++) {
      SimulatedTag tag = arrival.tags().get(i).tag();
      boolean weak = arrival.tags().get(i).weak();
      tags.add(
          new TrueTag(tag, weak, reads.getOrDefault(i, Map.of()), peaks.getOrDefault(i, Map.of())));
    }
    return new TrueVehicle(
        arrival.id(),
        arrival.lane(),
        arrival.kind(),
        arrival.manner().word(),
        List.copyOf(tags),
        cameNanos,
        entered,
        reached,
        passed,
        backedOut,
        called,
        cranked,
        armHits);
  }
}
