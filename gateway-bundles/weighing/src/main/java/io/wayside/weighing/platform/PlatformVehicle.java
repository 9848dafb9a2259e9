// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.platform;

import io.wayside.core.quality.Flag;
import io.wayside.core.quality.Flags;
import io.wayside.weighing.motion.MotionAxle;
import io.wayside.weighing.motion.MotionFlags;
import io.wayside.weighing.motion.MotionGroup;
import io.wayside.weighing.motion.MotionVehicle;
import java.util.ArrayList;
import java.util.List;

/** Makes a vehicle of axles that were weighed, with what is doubtful about it. */
final class PlatformVehicle {

  private static final double COVERAGE = 2;

  /** Relative standard uncertainty of an axle's speed: half a point of time at each edge, ramps. */
  private static final double SPEED_SHARE = 0.01;

  /** A gap nearly as long as that between vehicles may be one. */
  private static final double DOUBTFUL_GAP = 0.9;

  /**
   * Axles of a group are sprung hard and stand near one another: a millimetre under one of them
   * moves a hundredth of its load to its neighbours. The group as a whole carries what it carried;
   * but its axles are weighed one after the other, and so a part of that stays in their sum.
   */
  private static final double LEFT_IN_GROUP = 0.3;

  private final PlatformInstrument instrument;
  private final long beganNanos;
  private final double zeroShiftN;
  private final Rolling rolling;

  PlatformVehicle(
      PlatformInstrument instrument, long beganNanos, double zeroShiftN, Rolling rolling) {
    this.instrument = instrument;
    this.beganNanos = beganNanos;
    this.zeroShiftN = zeroShiftN;
    this.rolling = rolling;
  }

  static double spacingM(PlatformInstrument instrument, Footing one, Footing other) {
    double length = instrument.lengthM();
    double speed = (one.speedMps(length) + other.speedMps(length)) / 2;
    return speed * ((other.onS() + other.offS()) - (one.onS() + one.offS())) / 2;
  }

  MotionVehicle of(List<WeighedAxle> weighed, Flags doubts) {
    List<Footing> footings = weighed.stream().map(WeighedAxle::footing).toList();
    double last = footings.stream().mapToDouble(Footing::offS).max().orElse(0);
    Conduct conduct =
        new Conduct(instrument, footings, rolling.during(footings.get(0).onS(), last));
    double way = doubts.has(MotionFlags.WRONG_WAY) ? -1 : 1;
    List<MotionAxle> axles = new ArrayList<>();
    List<Double> spacings = new ArrayList<>();
    for (int i = 1; i < weighed.size(); i++) {
      spacings.add(spacingM(instrument, footings.get(i - 1), footings.get(i)));
    }
    List<List<WeighedAxle>> together = together(weighed, spacings);
    List<MotionGroup> groups = new ArrayList<>();
    double unevenN2 = 0;
    for (List<WeighedAxle> members : together) {
      boolean shared = members.size() > 1;
      int first = axles.size();
      for (WeighedAxle each : members) {
        double levelN = shared ? levelN(each.loadN()) : 0;
        axles.add(
            axle(each, uncertaintyN(List.of(each), levelN), way, conduct.doubts(axles.size())));
      }
      double load = members.stream().mapToDouble(WeighedAxle::loadN).sum();
      double levelN = shared ? LEFT_IN_GROUP * levelN(load) : 0;
      unevenN2 += levelN * levelN;
      groups.add(new MotionGroup(first, members.size(), load, uncertaintyN(members, levelN)));
    }
    Flags flags = doubts.with(conduct.doubts());
    double speed = conduct.meanSpeedMps();
    flags = flags.with(ofInstrument(footings)).with(ofVehicle(weighed, spacings));
    double change = conduct.accelerationMps2();
    return new MotionVehicle(
        nanos(footings.get(0).onS()),
        nanos(last),
        way * speed,
        COVERAGE * SPEED_SHARE * speed / Math.sqrt(weighed.size()),
        change,
        axles,
        spacings,
        groups,
        weighed.stream().mapToDouble(WeighedAxle::loadN).sum(),
        uncertaintyN(weighed, Math.sqrt(unevenN2)),
        Double.NaN,
        Double.NaN,
        flags);
  }

  /** Standard uncertainty of a load that unevenness may have taken from its neighbours. */
  private double levelN(double loadN) {
    return instrument.tuning().levelShare() * loadN;
  }

  private MotionAxle axle(WeighedAxle weighed, double uncertaintyN, double way, Flags flags) {
    double left = Double.NaN;
    double right = Double.NaN;
    if (instrument.tellsSides() && Double.isFinite(weighed.leftN())) {
      left = weighed.leftN();
      right = weighed.loadN() - left;
      flags = flags.with(Balance.doubts(left, right));
    }
    if (weighed.run().onRamps()) {
      flags = flags.with(MotionFlags.PLATEAU_SHORT);
    }
    if (weighed.swingShare() > instrument.tuning().mostSwing()) {
      flags = flags.with(MotionFlags.LOAD_SWINGS);
    }
    return new MotionAxle(
        nanos(weighed.footing().onS()),
        weighed.loadN(),
        uncertaintyN,
        way * weighed.footing().speedMps(instrument.lengthM()),
        left,
        right,
        MotionAxle.Tyres.NOT_TOLD,
        flags);
  }

  /**
   * Of axles together: what the plateaus say is independent between runs; zero and calibration are
   * shared by all and add up as they are.
   *
   * @param levelN what unevenness may have moved to or from others
   */
  private double uncertaintyN(List<WeighedAxle> axles, double levelN) {
    double plateaus = 0;
    double load = 0;
    for (WeighedAxle one : axles) {
      load += one.loadN();
      for (WeighedAxle other : axles) {
        plateaus += one.covarianceN2(other);
      }
    }
    double zero =
        axles.size() * Math.max(instrument.intervalN() / 4, Math.abs(zeroShiftN)) / Math.sqrt(3);
    double calibration = instrument.tuning().calibrationShare() * load;
    return COVERAGE
        * Math.sqrt(
            Math.max(0, plateaus) + zero * zero + calibration * calibration + levelN * levelN);
  }

  /** Axles that share a group, each list from the front. */
  private List<List<WeighedAxle>> together(List<WeighedAxle> axles, List<Double> spacings) {
    List<List<WeighedAxle>> together = new ArrayList<>();
    int first = 0;
    for (int i = 1; i <= axles.size(); i++) {
      if (i == axles.size() || spacings.get(i - 1) > instrument.tuning().groupSpacingM()) {
        together.add(axles.subList(first, i));
        first = i;
      }
    }
    return together;
  }

  private Flags ofInstrument(List<Footing> axles) {
    Flags flags = Flags.NONE;
    if (instrument.head().calibration().isEmpty()) {
      flags = flags.with(MotionFlags.UNCALIBRATED);
    }
    var verified = instrument.head().verified();
    if (verified.isNothing()) {
      flags = flags.with(MotionFlags.NOT_VERIFIED);
    } else if (!axles.stream()
        .allMatch(axle -> verified.coversSpeed(axle.speedMps(instrument.lengthM())))) {
      flags = flags.with(MotionFlags.SPEED_RANGE);
    }
    if (verified.dependsOnTemperature()) {
      flags = flags.with(MotionFlags.TEMPERATURE_UNKNOWN); // a platform has no such channel
    }
    return flags;
  }

  private Flags ofVehicle(List<WeighedAxle> axles, List<Double> spacings) {
    Flags flags = Flags.NONE;
    double intervals = instrument.tuning().zeroReturnIntervals();
    if (Math.abs(zeroShiftN) > intervals * instrument.intervalN()) {
      flags = flags.with(MotionFlags.ZERO_NOT_RETURNED);
    }
    if (axles.size() == 1) {
      flags = flags.with(MotionFlags.AXLE_COUNT_DOUBTFUL); // nothing on the road has one axle
    }
    if (spacings.stream().anyMatch(spacing -> spacing < Peeling.NEAREST_AXLES_M)) {
      flags = flags.with(MotionFlags.AXLE_COUNT_DOUBTFUL);
    }
    double gap = DOUBTFUL_GAP * instrument.tuning().vehicleGapM();
    if (instrument.loops().isEmpty() && spacings.stream().anyMatch(spacing -> spacing > gap)) {
      flags = flags.with(MotionFlags.POSSIBLE_TWO_VEHICLES);
    }
    double most =
        (instrument.maxKg() + 9 * instrument.scaleIntervalKg()) * PlatformInstrument.NEWTONS_PER_KG;
    if (axles.stream().anyMatch(axle -> axle.loadN() > most)) {
      flags = flags.with(Flag.OUT_OF_RANGE);
    }
    double least = instrument.tuning().minAxleKg() * PlatformInstrument.NEWTONS_PER_KG;
    if (axles.stream().anyMatch(axle -> !(axle.loadN() > least / 2))) {
      flags = flags.with(MotionFlags.GHOST_AXLE);
    }
    return flags;
  }

  private long nanos(double seconds) {
    return beganNanos + Math.round(seconds * 1e9);
  }
}
