// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.bridge;

import io.wayside.core.quality.Flags;
import io.wayside.weighing.motion.MotionFlags;
import io.wayside.weighing.motion.MotionVehicle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads the vehicles out of a passage that is over: axles, vehicles, windows, loads. */
final class BridgePassage {

  /** Rest before and after, from which level and drift of the sensors are seen. */
  static final double QUIET_S = 0.5;

  /** Following axles of one vehicle never differ that much in speed. */
  private static final double ANOTHER_SPEED = 0.15;

  /** Wheels of one vehicle closer than this differ in speed only by errors of detection. */
  private static final double SURELY_ONE_M = 4;

  private final BridgeInstrument instrument;
  private final AxleMatching matching;
  private final Moses moses;

  BridgePassage(BridgeInstrument instrument) {
    this.instrument = instrument;
    this.matching = new AxleMatching(instrument);
    this.moses = new Moses(instrument);
  }

  List<MotionVehicle> vehicles(
      StrainRecord record,
      List<Double> atFirst,
      List<Double> atLast,
      double temperatureC,
      Flags doubts) {
    List<List<BridgeAxle>> vehicles = apart(matching.axles(atFirst, atLast));
    List<MotionVehicle> found = new ArrayList<>();
    BridgeVehicle builder = new BridgeVehicle(instrument, temperatureC);
    for (int i = 0; i < vehicles.size(); ) {
      int next = i + 1;
      double until = leaves(vehicles.get(i));
      while (next < vehicles.size() && enters(vehicles.get(next)) < until) {
        until = Math.max(until, leaves(vehicles.get(next)));
        next++;
      }
      List<BridgeAxle> together = new ArrayList<>();
      vehicles.subList(i, next).forEach(together::addAll);
      int from = record.indexOf(enters(vehicles.get(i)) - QUIET_S);
      int to = record.indexOf(until + QUIET_S);
      if (to - from < 4 * together.size() + 8) {
        found.addAll(unweighed(builder, vehicles.subList(i, next), doubts));
      } else {
        MosesLoads loads = moses.solve(record, from, to, together);
        Flags flags = next - i > 1 ? doubts.with(MotionFlags.TWO_ON_PLATFORM) : doubts;
        int first = 0;
        for (List<BridgeAxle> vehicle : vehicles.subList(i, next)) {
          found.add(builder.of(vehicle, loads, first, flags));
          first += vehicle.size();
        }
      }
      i = next;
    }
    return found;
  }

  /** Detected, but the strain of that time is not there: told, with nothing to enforce. */
  private List<MotionVehicle> unweighed(
      BridgeVehicle builder, List<List<BridgeAxle>> vehicles, Flags doubts) {
    List<MotionVehicle> found = new ArrayList<>();
    for (List<BridgeAxle> vehicle : vehicles) {
      int n = vehicle.size();
      double[][] unknown = new double[n][n];
      boolean[] all = new boolean[n];
      Arrays.fill(all, true);
      for (int i = 0; i < n; i++) {
        unknown[i][i] = 1e12;
      }
      MosesLoads none = new MosesLoads(new double[n], unknown, all, 0);
      found.add(builder.of(vehicle, none, 0, doubts.with(MotionFlags.SAMPLES_LOST)));
    }
    return found;
  }

  private double enters(List<BridgeAxle> vehicle) {
    return vehicle.get(0).timeAt(instrument.fromM());
  }

  private double leaves(List<BridgeAxle> vehicle) {
    return vehicle.get(vehicle.size() - 1).timeAt(instrument.toM());
  }

  private List<List<BridgeAxle>> apart(List<BridgeAxle> axles) {
    List<List<BridgeAxle>> vehicles = new ArrayList<>();
    for (BridgeAxle axle : axles) {
      List<BridgeAxle> last = vehicles.isEmpty() ? List.of() : vehicles.get(vehicles.size() - 1);
      if (last.isEmpty() || another(last.get(last.size() - 1), axle)) {
        last = new ArrayList<>();
        vehicles.add(last);
      }
      last.add(axle);
    }
    return vehicles;
  }

  private boolean another(BridgeAxle before, BridgeAxle axle) {
    double spacing = BridgeVehicle.spacingM(before, axle);
    boolean faster = Math.abs(axle.speedMps() / before.speedMps() - 1) > ANOTHER_SPEED;
    return spacing > instrument.tuning().vehicleGapM() || (faster && spacing > SURELY_ONE_M);
  }
}
