// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.scene;

import io.wayside.rig.simulators.scene.shape.VehicleKind;
import io.wayside.rig.simulators.scene.traffic.Arrival;
import io.wayside.rig.simulators.scene.traffic.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Vehicles that come along a lane at random. */
final class Flow {

  static final Map<VehicleKind, Double> FOUR_WHEELS =
      Map.of(
          VehicleKind.CAR, 62.0,
          VehicleKind.VAN, 14.0,
          VehicleKind.TRUCK, 14.0,
          VehicleKind.BUS, 6.0,
          VehicleKind.TRUCK_TRAILER, 4.0);
  static final Map<VehicleKind, Double> TOWN =
      Map.of(
          VehicleKind.CAR, 75.0,
          VehicleKind.VAN, 15.0,
          VehicleKind.TRUCK, 7.0,
          VehicleKind.BUS, 3.0);
  static final Map<VehicleKind, Double> TWO_WHEELS = Map.of(VehicleKind.MOTORCYCLE, 1.0);

  private final Random random;
  private final double fromS;
  private final double toS;

  Flow(Random random, double fromS, double toS) {
    this.random = random;
    this.fromS = fromS;
    this.toS = toS;
  }

  /**
   * A lane.
   *
   * @param halfM how far from its middle vehicles drive
   * @param perMinute how many come
   * @param leastGapS between two of them
   */
  record Lane(
      Way way,
      double xM,
      double halfM,
      double perMinute,
      double leastGapS,
      double slowMps,
      double fastMps,
      boolean filters) {}

  List<Arrival> along(Lane lane, Map<VehicleKind, Double> mix) {
    List<Arrival> arrivals = new ArrayList<>();
    double mean = 60 / lane.perMinute() - lane.leastGapS();
    double time = fromS + random.nextDouble() * 60 / lane.perMinute();
    while (time < toS) {
      VehicleKind kind = kind(mix);
      double x = lane.xM() + lane.halfM() * (2 * random.nextDouble() - 1);
      double wish = lane.slowMps() + (lane.fastMps() - lane.slowMps()) * random.nextDouble();
      double heavy = kind.truthClass().equals("heavy") ? 0.85 : 1;
      Arrival arrival = Arrival.of(time, kind, random.nextLong(), x, lane.way(), wish * heavy);
      arrivals.add(lane.filters() ? arrival.filtering() : arrival);
      time += lane.leastGapS() - Math.max(0.1, mean) * Math.log(1 - random.nextDouble());
    }
    return arrivals;
  }

  private VehicleKind kind(Map<VehicleKind, Double> mix) {
    Map<VehicleKind, Double> sorted = new TreeMap<>(mix);
    double left =
        random.nextDouble() * sorted.values().stream().mapToDouble(Double::doubleValue).sum();
    VehicleKind last = VehicleKind.CAR;
    for (Map.Entry<VehicleKind, Double> entry : sorted.entrySet()) {
      last = entry.getKey();
      left -= entry.getValue();
      if (left < 0) {
        break;
      }
    }
    return last;
  }
}
