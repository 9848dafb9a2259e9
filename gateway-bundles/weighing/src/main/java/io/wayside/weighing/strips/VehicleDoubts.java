// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.strips;

import io.wayside.core.quality.Flag;
import io.wayside.core.quality.Flags;
import io.wayside.weighing.instrument.Verified;
import io.wayside.weighing.motion.MotionAxle;
import io.wayside.weighing.motion.MotionFlags;
import java.util.List;

/** What speaks against a weighing, besides what was found while vehicles were told apart. */
final class VehicleDoubts {

  private static final double SPEED_CHANGE = 0.10;
  private static final double HARD_BRAKING_MPS2 = 2.5;
  // The implausible, as research on weigh-in-motion data drops it.
  private static final double HEAVIEST_AXLE_N = 25_000 * 9.80665;
  private static final double HEAVIEST_N = 100_000 * 9.80665;
  private static final double MOTORCYCLE_N = 6_500;
  private static final double MOTORCYCLE_M = 1.9;
  // Two spacings of a group, where the axle between hangs.
  private static final double TRUCK_N = 25_000;
  private static final double LIFTED_GAP_M = 2.2;
  private static final double LIFTED_MOST_GAP_M = 2.9;
  private static final double DISAGREE_SCALE = 2.2;

  private final StripInstrument instrument;
  private final Layout layout;
  private final Lateral lateral;
  private final SensorWatch watch;
  private final SideBalance balance;

  VehicleDoubts(
      StripInstrument instrument,
      Layout layout,
      Lateral lateral,
      SensorWatch watch,
      SideBalance balance) {
    this.balance = balance;
    this.instrument = instrument;
    this.layout = layout;
    this.lateral = lateral;
    this.watch = watch;
  }

  Flags ofAxle(AxleTrack axle, AxleLoads seen, boolean[] wanted, LoadFusion.Fused fused) {
    Flags flags = lateral.edges(axle);
    for (Detector detector : layout.detectors()) {
      if (wanted[detector.index()] && !axle.has(detector)) {
        flags =
            flags.with(
                watch.isDead(detector) ? MotionFlags.SENSOR_FAULT : MotionFlags.MISSING_AXLE);
      }
    }
    for (Pulse pulse : axle.pulses()) {
      flags = pulse.clipped() ? flags.with(MotionFlags.CLIPPED) : flags;
      flags = pulse.stuck() ? flags.with(MotionFlags.STOPPED_ON_SENSOR) : flags;
      flags = pulse.area() > 0 ? flags : flags.with(MotionFlags.SENSOR_FAULT);
    }
    if (fused.outliers() > 0) {
      flags = flags.with(MotionFlags.SENSORS_DISAGREE);
    }
    double left = seen.side(layout, Side.LEFT);
    double right = seen.side(layout, Side.RIGHT);
    boolean both = !Double.isNaN(left) && !Double.isNaN(right);
    return both && Lateral.unbalanced(left, right) ? flags.with(MotionFlags.UNBALANCED) : flags;
  }

  Flags agreement(Uncertainty uncertainty) {
    return uncertainty.scale() > DISAGREE_SCALE
        ? Flags.of(MotionFlags.SENSORS_DISAGREE)
        : Flags.NONE;
  }

  Flags of(
      List<AxleTrack> tracks,
      List<MotionAxle> axles,
      List<Double> spacings,
      Kinematics motion,
      double grossN,
      double lengthM,
      double degreesC) {
    Collected flags = new Collected();
    double span = spacings.stream().mapToDouble(Double::doubleValue).sum();
    boolean motorcycle = axles.size() == 2 && span < MOTORCYCLE_M && grossN < MOTORCYCLE_N;
    flags.when(motorcycle, MotionFlags.MOTORCYCLE);
    boolean oneSide = !motorcycle && lateral.oneSideOnly(tracks);
    flags.when(oneSide, MotionFlags.ONE_SIDE_ONLY);
    flags.when(oneSide, MotionFlags.STRADDLING);
    flags.when(
        !motorcycle && !oneSide && (partly(tracks) || tracks.stream().anyMatch(lateral::beyond)),
        MotionFlags.OFF_SCALE);
    double left = axles.stream().mapToDouble(MotionAxle::leftN).sum();
    double right = axles.stream().mapToDouble(MotionAxle::rightN).sum();
    boolean sides = !motorcycle && !Double.isNaN(left + right);
    flags.when(
        sides && (Lateral.unbalanced(left, right) || balance.isFar(axles)), MotionFlags.UNBALANCED);
    flags.when(motion.mean() < 0, MotionFlags.WRONG_WAY);
    flags.when(motion.change() > SPEED_CHANGE, MotionFlags.SPEED_CHANGE);
    flags.when(motion.acceleration() < -HARD_BRAKING_MPS2, MotionFlags.HARD_BRAKING);
    flags.when(
        axles.size() == 1
            || span > instrument.rules().longestVehicleM()
            || lengthM > instrument.rules().longestVehicleM()
            || spacings.stream().anyMatch(s -> s < instrument.rules().shortestSpacingM()),
        MotionFlags.AXLE_COUNT_DOUBTFUL);
    flags.when(
        span > instrument.rules().longestVehicleM()
            || lengthM > instrument.rules().longestVehicleM(),
        MotionFlags.POSSIBLE_TWO_VEHICLES);
    flags.when(
        grossN > HEAVIEST_N || axles.stream().anyMatch(a -> !(a.loadN() < HEAVIEST_AXLE_N)),
        MotionFlags.SENSORS_DISAGREE);
    flags.when(lifted(axles, spacings), MotionFlags.LIFTED_AXLE);
    range(flags, motion.mean(), degreesC);
    flags.when(watch.isDrifting(), MotionFlags.BASELINE_DRIFT);
    return flags.flags;
  }

  /** What speaks against the instrument, whatever drives over it. */
  Flags ofInstrument(double speedMps, double degreesC) {
    Collected flags = new Collected();
    range(flags, speedMps, degreesC);
    flags.when(watch.isDrifting(), MotionFlags.BASELINE_DRIFT);
    return flags.flags;
  }

  private void range(Collected flags, double speedMps, double degreesC) {
    Verified verified = instrument.head().verified();
    flags.when(instrument.head().calibration().isEmpty(), MotionFlags.UNCALIBRATED);
    flags.when(verified.isNothing(), MotionFlags.NOT_VERIFIED);
    flags.when(!verified.isNothing() && !verified.coversSpeed(speedMps), MotionFlags.SPEED_RANGE);
    boolean needed =
        (!verified.isNothing() && verified.dependsOnTemperature())
            || layout.detectors().stream()
                .anyMatch(d -> !d.half().temperatureFactors().isConstant());
    flags.when(needed && Double.isNaN(degreesC), MotionFlags.TEMPERATURE_UNKNOWN);
    flags.when(
        !verified.isNothing()
            && verified.dependsOnTemperature()
            && !Double.isNaN(degreesC)
            && !verified.coversTemperature(degreesC),
        MotionFlags.TEMPERATURE_RANGE);
  }

  /** A half-line that should have felt wheels did so for some axles and not for others. */
  private boolean partly(List<AxleTrack> tracks) {
    for (Side side : List.of(Side.LEFT, Side.RIGHT)) {
      List<Detector> there =
          layout.detectors().stream()
              .filter(d -> d.half().side() == side && !watch.isDead(d))
              .toList();
      long missed =
          tracks.stream().mapToLong(t -> there.stream().filter(d -> !t.has(d)).count()).sum();
      if (there.size() > 1 && missed * 3 > (long) there.size() * tracks.size()) {
        return true;
      }
    }
    return false;
  }

  /** A hint only: a gap in a group wide enough for an axle that hangs. */
  private static boolean lifted(List<MotionAxle> axles, List<Double> spacings) {
    for (int i = 1; i < spacings.size(); i++) {
      boolean gap = spacings.get(i) >= LIFTED_GAP_M && spacings.get(i) <= LIFTED_MOST_GAP_M;
      if (gap && axles.get(i).loadN() > TRUCK_N && axles.get(i + 1).loadN() > TRUCK_N) {
        return true;
      }
    }
    return false;
  }

  private static final class Collected {
    private Flags flags = Flags.NONE;

    void when(boolean so, Flag flag) {
      flags = so ? flags.with(flag) : flags;
    }
  }
}
