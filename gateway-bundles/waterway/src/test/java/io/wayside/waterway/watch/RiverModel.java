// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.watch;

import io.wayside.core.water.AidQuantity;
import io.wayside.core.water.AidReport;
import io.wayside.core.water.AidSign;
import io.wayside.core.water.Fix;
import io.wayside.core.water.LanternMode;
import io.wayside.core.water.LightStatus;
import io.wayside.core.water.Presence;
import io.wayside.core.water.RaconStatus;
import io.wayside.waterway.aid.Aid;
import io.wayside.waterway.aid.Category;
import io.wayside.waterway.aid.Convention;
import io.wayside.waterway.aid.Footing;
import io.wayside.waterway.aid.Mooring;
import io.wayside.waterway.aid.Place;
import io.wayside.waterway.aid.Sources;
import io.wayside.waterway.aid.Told;
import io.wayside.waterway.rhythm.Seen;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;

/**
 * A small river with one buoy: tide, current, weather, a battery, a lamp with its own photocell, a
 * receiver with slow errors, and a radio that loses messages. Written for the tests alone; time
 * goes in steps of ten seconds.
 */
final class RiverModel {

  static final long S = 1_000_000_000L;
  static final long STEP = 10 * S;
  static final long REPORT_EVERY = 180 * S;
  private static final double LAT = 20.5;
  private static final double LON = 106.6;
  private static final double LINE_M = 18;
  private static final double DEPTH_M = 6;

  /** What can be wrong with it. */
  enum Fault {
    NONE,
    LAMP_OUT,
    LAMP_SLOW,
    LAMP_WEAK,
    LAMP_BY_DAY,
    DRAGGED,
    DRIFTING,
    STOLEN,
    MUTE,
    OPENED,
    HIT,
    LEANING,
    PANEL_COVERED,
    CELL_DEAD,
    GAUGE_STUCK
  }

  /** The weather and the river. */
  enum Season {
    CALM,
    STORM,
    LOW_WATER
  }

  final Aid aid;
  final AidWatch watch;
  private final Random random;
  private final Season season;
  private final boolean lightInput;
  private final double sigmaM;
  Fault fault = Fault.NONE;
  long faultNanos;
  long nanos;
  private long sunNanos = -1;
  private double sunDeg;
  private double errorEast;
  private double errorNorth;
  private double charge = 0.9;
  private double sunToday = 1;
  private double gustTilt;
  private boolean lampOn;
  private double draggedEast;

  RiverModel(long seed, Season season, boolean lightInput, Footing footing) {
    this.random = new Random(seed);
    this.season = season;
    this.lightInput = lightInput;
    this.sigmaM = 2 + 3 * random.nextDouble();
    this.aid = aid(footing);
    WatchRules usual = WatchRules.usual(aid, 4000);
    WatchRules rules =
        new WatchRules(
            usual.light(),
            usual.night(),
            usual.place(),
            GaugeRules.between(-2.5, 6),
            usual.power(),
            usual.body(),
            usual.telemetry());
    this.watch = new AidWatch(aid, rules, 0);
  }

  static Aid aid(Footing footing) {
    return new Aid(
        "buoy-7",
        "Phao số 7",
        footing,
        Convention.QCVN_39,
        Category.TWO,
        Optional.of(new Place(LAT, LON)),
        Optional.of("Fl G 4s"),
        footing == Footing.FLOATING ? Optional.of(new Mooring(LINE_M, DEPTH_M)) : Optional.empty(),
        Sources.of(new Told("ais-1", "mmsi:995741007")));
  }

  void begin(Fault what) {
    fault = what;
    faultNanos = nanos;
  }

  double hours() {
    return nanos / 3600e9;
  }

  /** Above the horizon, at the equinox: longitude is the clock, so noon is at twelve. */
  double sunDeg() {
    if (nanos == sunNanos) {
      return sunDeg;
    }
    double hourAngle = Math.PI * (hours() % 24 - 12) / 12;
    sunNanos = nanos;
    sunDeg = Math.toDegrees(Math.asin(Math.cos(Math.toRadians(LAT)) * Math.cos(hourAngle)));
    return sunDeg;
  }

  boolean blackAtNoon() {
    return season == Season.STORM && sunToday < 0.2 && Math.abs(hours() % 24 - 13) < 0.75;
  }

  double waterM() {
    double tide = 1.4 * Math.sin(2 * Math.PI * hours() / 24.8);
    double river =
        switch (season) {
          case CALM -> 0;
          case STORM -> 2 + Math.sin(2 * Math.PI * hours() / 200);
          case LOW_WATER -> -0.5;
        };
    return tide + river;
  }

  /** A step: the world moves, sources speak, the watch looks. */
  Answers step() {
    nanos += STEP;
    if (nanos % (86_400 * S) == 0) {
      sunToday =
          season == Season.STORM
              ? (random.nextInt(3) == 0 ? 0.1 : 0.5)
              : 0.8 + 0.2 * random.nextDouble();
    }
    lamp();
    battery();
    // Errors of a receiver change over ten minutes or so.
    double keep = Math.exp(-STEP / (600.0 * S));
    double fresh = Math.sqrt(1 - keep * keep) * sigmaM / Math.sqrt(2);
    errorEast = keep * errorEast + fresh * random.nextGaussian();
    errorNorth = keep * errorNorth + fresh * random.nextGaussian();
    boolean cell = fault == Fault.CELL_DEAD || sunDeg() < -1 || blackAtNoon();
    watch.photocell(nanos, Optional.of(cell));
    if (nanos % (600 * S) == 0) {
      double wave = 0.05 * random.nextGaussian();
      boolean spike = random.nextInt(200) == 0;
      double level = fault == Fault.GAUGE_STUCK ? 1.23 : waterM() + wave;
      watch.gauge(nanos, spike ? 5.5 : level);
    }
    if (lightInput) {
      watch.seen(nanos, seen());
    }
    if (nanos % REPORT_EVERY == 0 && fault != Fault.MUTE && random.nextInt(20) != 0) {
      watch.report(report());
    }
    return watch.look(nanos, OptionalDouble.of(sunDeg()));
  }

  private void lamp() {
    // Its own cell, with the gap between on and off that every cell has.
    boolean dark = lampOn ? sunDeg() < 1.5 : sunDeg() < -2.5;
    lampOn = dark || blackAtNoon();
  }

  private boolean shines() {
    return fault == Fault.LAMP_BY_DAY || (lampOn && fault != Fault.LAMP_OUT);
  }

  private Seen seen() {
    if (!shines()) {
      return Seen.DARK;
    }
    return fault == Fault.LAMP_SLOW
        ? Seen.OTHER_RHYTHM
        : fault == Fault.LAMP_WEAK ? Seen.REDUCED : Seen.AS_EXPECTED;
  }

  /** Sun by day less the lamp by night; full is full. */
  private void battery() {
    double sun = Math.max(0, Math.sin(Math.toRadians(sunDeg()))) * sunToday;
    double in = fault == Fault.PANEL_COVERED ? 0 : sun * 0.6 * STEP / (86_400.0 * S);
    double out = (shines() ? 0.14 : 0.02) * STEP / (86_400.0 * S);
    charge = Math.max(0, Math.min(1, charge + in - out));
  }

  /** Without any sun from now on. */
  double daysLeft() {
    return charge / (0.14 * 0.45 + 0.02 * 0.55);
  }

  private double volts() {
    double rest = 11.7 + 1.05 * charge;
    double sun = sunDeg() > 5 && fault != Fault.PANEL_COVERED ? 0.9 * sunToday : 0;
    return Math.rint((rest + sun + 0.02 * random.nextGaussian()) / 0.05) * 0.05;
  }

  private Fix fix() {
    double swing = Math.sqrt(Math.max(0, LINE_M * LINE_M - Math.pow(DEPTH_M + waterM(), 2)));
    double taut = aid.footing() == Footing.FIXED ? 0 : swing;
    // The stream turns with the tide and holds the buoy at the end of its line.
    double way = 2 * Math.PI * hours() / 24.8 + 0.3 * random.nextGaussian();
    double lost = (nanos - faultNanos) / 1e9;
    double east =
        switch (fault) {
          case DRAGGED -> 90;
          case DRIFTING -> 0.4 * lost;
          case STOLEN -> 4 * lost;
          default -> 0;
        };
    boolean jump = random.nextInt(300) == 0;
    double wildEast = jump ? 4000 * (random.nextDouble() - 0.5) : 0;
    draggedEast = east;
    return at(
        taut * Math.sin(way) + east + errorEast + wildEast, taut * Math.cos(way) + errorNorth);
  }

  Fix at(double eastM, double northM) {
    double north = northM / 110_700;
    double east = eastM / (111_320 * Math.cos(Math.toRadians(LAT)));
    return new Fix(LAT + north, LON + east, OptionalDouble.of(sigmaM), OptionalDouble.empty());
  }

  private AidReport report() {
    gustTilt = season == Season.STORM ? 8 * Math.abs(random.nextGaussian()) : 3;
    double lean = aid.footing() == Footing.FIXED ? 0.4 : gustTilt;
    Set<AidSign> tells = Set.of(AidSign.DOOR_OPEN, AidSign.STRUCK);
    Set<AidSign> signs =
        fault == Fault.OPENED
            ? Set.of(AidSign.DOOR_OPEN)
            : fault == Fault.HIT ? Set.of(AidSign.STRUCK) : Set.of();
    return new AidReport(
        nanos,
        "mmsi:995741007",
        Optional.empty(),
        Presence.REAL,
        Optional.of(fix()),
        Optional.of(draggedEast > 50),
        shines() ? LightStatus.ON : LightStatus.OFF,
        RaconStatus.NOT_TOLD,
        Optional.empty(),
        LanternMode.NOT_TOLD,
        Optional.empty(),
        Map.of(
            AidQuantity.SUPPLY_V,
            volts(),
            AidQuantity.TILT_DEG,
            fault == Fault.LEANING ? 40.0 : lean),
        signs,
        tells,
        OptionalInt.empty());
  }
}
