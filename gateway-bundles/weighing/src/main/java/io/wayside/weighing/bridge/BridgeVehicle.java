// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.bridge;

import io.wayside.core.quality.Flags;
import io.wayside.weighing.motion.MotionAxle;
import io.wayside.weighing.motion.MotionFlags;
import io.wayside.weighing.motion.MotionGroup;
import io.wayside.weighing.motion.MotionVehicle;
import java.util.ArrayList;
import java.util.List;

/** Makes a vehicle of axles whose loads were solved, with what is doubtful about it. */
final class BridgeVehicle {

  private static final double COVERAGE = 2;

  /** Relative standard uncertainty of an axle's speed over the detectors. */
  private static final double SPEED_SHARE = 0.01;

  /**
   * How far axles that are held together are from what each carries, as a share: shape errors of
   * the influence lines, which a group's sum does not feel, are large between neighbours.
   */
  private static final double HELD_SHARE = 0.10;

  /** No wheels fit closer behind one another. */
  private static final double NEAREST_AXLES_M = 0.6;

  private final BridgeInstrument instrument;
  private final double temperatureC;

  BridgeVehicle(BridgeInstrument instrument, double temperatureC) {
    this.instrument = instrument;
    this.temperatureC = temperatureC;
  }

  static double spacingM(BridgeAxle one, BridgeAxle other) {
    return (one.speedMps() + other.speedMps()) / 2 * (other.originS() - one.originS());
  }

  /**
   * @param first index of the vehicle's first axle in the loads
   */
  MotionVehicle of(List<BridgeAxle> vehicle, MosesLoads loads, int first, Flags doubts) {
    List<MotionAxle> axles = new ArrayList<>();
    List<Double> spacings = new ArrayList<>();
    double speeds = 0;
    for (int i = 0; i < vehicle.size(); i++) {
      BridgeAxle axle = vehicle.get(i);
      speeds += axle.speedMps();
      if (i > 0) {
        spacings.add(spacingM(vehicle.get(i - 1), axle));
      }
    }
    List<MotionGroup> groups = groups(loads, first, spacings);
    for (MotionGroup group : groups) {
      for (int i = group.firstAxle(); i < group.firstAxle() + group.axles(); i++) {
        axles.add(axle(vehicle.get(i), loads, first + i, group.axles() > 1));
      }
    }
    int n = vehicle.size();
    double speed = speeds / n;
    BridgeAxle last = vehicle.get(n - 1);
    return new MotionVehicle(
        nanos(vehicle.get(0).timeAt(instrument.fromM())),
        nanos(last.timeAt(instrument.toM())),
        speed,
        COVERAGE * SPEED_SHARE * speed / Math.sqrt(n),
        n < 2 || last.originS() <= vehicle.get(0).originS()
            ? Double.NaN
            : (last.speedMps() - vehicle.get(0).speedMps())
                / (last.originS() - vehicle.get(0).originS()),
        axles,
        spacings,
        groups,
        load(loads, first, n),
        uncertaintyN(loads, first, n),
        Double.NaN,
        temperatureC,
        doubts.with(ofInstrument(speed)).with(ofVehicle(vehicle, spacings, loads)));
  }

  private MotionAxle axle(BridgeAxle axle, MosesLoads loads, int index, boolean grouped) {
    Flags flags = axle.flags();
    double load = loads.loadsN()[index];
    if (!(load > 0)) {
      flags = flags.with(MotionFlags.GHOST_AXLE);
    }
    if (loads.held()[index] && grouped) {
      flags = flags.with(MotionFlags.AXLES_NOT_RESOLVED);
    }
    double uncertainty = uncertaintyN(loads, index, 1);
    if (flags.has(MotionFlags.AXLES_NOT_RESOLVED)) {
      uncertainty = Math.hypot(uncertainty, COVERAGE * HELD_SHARE * load);
    }
    return new MotionAxle(
        nanos(axle.originS()),
        load,
        uncertainty,
        axle.speedMps(),
        Double.NaN,
        Double.NaN,
        MotionAxle.Tyres.NOT_TOLD,
        flags);
  }

  private static double load(MosesLoads loads, int first, int count) {
    double sum = 0;
    for (int i = first; i < first + count; i++) {
      sum += loads.loadsN()[i];
    }
    return sum;
  }

  /** The covariance holds noise and bouncing; the scale of the influence lines is shared by all. */
  private double uncertaintyN(MosesLoads loads, int first, int count) {
    double sum = 0;
    for (int i = first; i < first + count; i++) {
      for (int j = first; j < first + count; j++) {
        sum += loads.covariance()[i][j];
      }
    }
    double scale = instrument.tuning().calibrationShare() * load(loads, first, count);
    return COVERAGE * Math.sqrt(Math.max(0, sum) + scale * scale);
  }

  private List<MotionGroup> groups(MosesLoads loads, int first, List<Double> spacings) {
    List<MotionGroup> groups = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= spacings.size() + 1; i++) {
      if (i == spacings.size() + 1 || spacings.get(i - 1) > instrument.tuning().groupSpacingM()) {
        groups.add(
            new MotionGroup(
                from,
                i - from,
                load(loads, first + from, i - from),
                uncertaintyN(loads, first + from, i - from)));
        from = i;
      }
    }
    return groups;
  }

  private Flags ofInstrument(double speed) {
    Flags flags = Flags.NONE;
    if (instrument.head().calibration().isEmpty()) {
      flags = flags.with(MotionFlags.UNCALIBRATED);
    }
    var verified = instrument.head().verified();
    if (verified.isNothing()) {
      flags = flags.with(MotionFlags.NOT_VERIFIED);
    } else if (!verified.coversSpeed(speed)) {
      flags = flags.with(MotionFlags.SPEED_RANGE);
    }
    if (verified.dependsOnTemperature()) {
      if (Double.isNaN(temperatureC)) {
        flags = flags.with(MotionFlags.TEMPERATURE_UNKNOWN);
      } else if (!verified.coversTemperature(temperatureC)) {
        flags = flags.with(MotionFlags.TEMPERATURE_RANGE);
      }
    }
    return flags;
  }

  private Flags ofVehicle(List<BridgeAxle> axles, List<Double> spacings, MosesLoads loads) {
    Flags flags = Flags.NONE;
    double slowest = axles.stream().mapToDouble(BridgeAxle::speedMps).min().orElse(0);
    double fastest = axles.stream().mapToDouble(BridgeAxle::speedMps).max().orElse(0);
    if (fastest - slowest > instrument.tuning().speedChange() * (fastest + slowest) / 2) {
      flags = flags.with(MotionFlags.SPEED_CHANGE);
    }
    if (axles.size() == 1 || spacings.stream().anyMatch(each -> each < NEAREST_AXLES_M)) {
      flags = flags.with(MotionFlags.AXLE_COUNT_DOUBTFUL);
    }
    if (loads.disagreement() > instrument.tuning().disagreeShare()) {
      flags = flags.with(MotionFlags.SENSORS_DISAGREE);
    }
    return flags;
  }

  private static long nanos(double seconds) {
    return Math.round(seconds * 1e9);
  }
}
