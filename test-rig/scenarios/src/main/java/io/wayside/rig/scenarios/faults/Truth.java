// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.faults;

import io.wayside.rig.simulators.weighlane.LaneEvent;
import io.wayside.rig.simulators.weighlane.LaneListener;
import io.wayside.rig.simulators.weighlane.Vehicle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Writes down what the lane says truly happened. */
final class Truth implements LaneListener {

  private final Map<Integer, Crossing> crossings = new LinkedHashMap<>();

  @Override
  public synchronized void happened(LaneEvent event) {
    if (event instanceof LaneEvent.VehicleStarted started) {
      crossings.put(
          started.vehicle().number(), new Crossing(started.vehicle(), started.elapsedNanos()));
    } else if (event instanceof LaneEvent.AxleSettled settled) {
      crossing(settled.vehicleNumber()).restedKg.add(settled.onPlatformKg());
    } else if (event instanceof LaneEvent.VehicleLeft left) {
      crossing(left.vehicle().number()).leftNanos = OptionalLong.of(left.elapsedNanos());
    }
  }

  private Crossing crossing(int number) {
    Crossing crossing = crossings.get(number);
    if (crossing == null) {
      throw new IllegalStateException("the lane tells of vehicle " + number + " before it came");
    }
    return crossing;
  }

  synchronized List<TrueVehicle> vehicles() {
    return crossings.values().stream()
        .map(c -> new TrueVehicle(c.vehicle, c.startedNanos, c.leftNanos, c.restedKg))
        .toList();
  }

  private static final class Crossing {
    private final Vehicle vehicle;
    private final long startedNanos;
    private final List<Double> restedKg = new ArrayList<>();
    private OptionalLong leftNanos = OptionalLong.empty();

    Crossing(Vehicle vehicle, long startedNanos) {
      this.vehicle = vehicle;
      this.startedNanos = startedNanos;
    }
  }
}
