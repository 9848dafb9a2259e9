// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.platform;

import io.wayside.core.quality.Flags;
import io.wayside.weighing.motion.MotionFlags;
import io.wayside.weighing.motion.MotionVehicle;
import java.util.ArrayList;
import java.util.List;

/** Reads the vehicles out of a passage that is over. */
final class PassageReading {

  /** A steady passage leaves less unexplained; what is left are ramps and bounce. */
  private static final double MOST_UNEXPLAINED = 0.15;

  /** Without a step up or down a load never stays longer than its own passage. */
  private static final double STANDS_STILL = 2.5;

  /** An axle weighs what its step was high; with less than this share it was none. */
  private static final double WORTH = 0.4;

  private final PlatformInstrument instrument;
  private final AxleFinder finder;

  PassageReading(PlatformInstrument instrument) {
    this.instrument = instrument;
    this.finder = new AxleFinder(instrument);
  }

  List<MotionVehicle> vehicles(
      Passage passage,
      Presence presence,
      LoadPoint zero,
      double noiseN,
      double zeroAfterN,
      Flags doubts) {
    double dt = passage.intervalS();
    double[] total = passage.total(zero.totalN());
    double[] rear = passage.rear(zero.rearN());
    LoadSignal signal = new LoadSignal(total, instrument.tellsEnds() ? rear : new double[0], dt);
    AxleFinder.Found found = finder.find(signal);
    long beganNanos = Math.round(passage.firstS() * 1e9);
    if (found.axles().isEmpty()) {
      return unreadable(passage, total, dt, doubts);
    }
    double[] left = passage.left(zero.leftN());
    if (instrument.tellsEnds()) {
      doubts = doubts.with(Travel.doubts(found.axles(), total, rear, dt));
    }
    if (found.unexplained() > MOST_UNEXPLAINED || found.oneLess()) {
      doubts = doubts.with(MotionFlags.AXLE_COUNT_DOUBTFUL);
    }
    if (standsStill(found.axles(), total, dt)) {
      doubts = doubts.with(MotionFlags.STOPPED_ON_SENSOR);
    }
    PlateauFit fit = new PlateauFit(instrument, noiseN);
    List<WeighedAxle> weighed = new ArrayList<>();
    for (List<Footing> run : runs(found.axles())) {
      weighed.addAll(weigh(run, fit, total, left, dt));
    }
    PlatformVehicle builder =
        new PlatformVehicle(
            instrument,
            beganNanos,
            zeroAfterN - zero.totalN(),
            Rolling.of(instrument, found.axles(), signal));
    List<MotionVehicle> vehicles = new ArrayList<>();
    for (OneVehicle vehicle : apart(weighed, presence, passage.firstS())) {
      vehicles.add(builder.of(vehicle.axles(), doubts.with(vehicle.doubts())));
    }
    return vehicles;
  }

  /**
   * Weighs a run; a step that turns out to carry next to nothing was no axle, and it begins anew.
   */
  private List<WeighedAxle> weigh(
      List<Footing> run, PlateauFit fit, double[] total, double[] left, double dt) {
    double least = instrument.tuning().minAxleKg() * PlatformInstrument.NEWTONS_PER_KG;
    RunLoads loads = fit.fit(run, total, left, dt);
    int lightest = 0;
    for (int i = 1; i < run.size(); i++) {
      lightest = loads.loadsN()[i] < loads.loadsN()[lightest] ? i : lightest;
    }
    double light = loads.loadsN()[lightest];
    int none = light < least || light < WORTH * run.get(lightest).roughN() ? lightest : -1;
    for (int i = 1; i < run.size() && none < 0; i++) { // the same axle seen twice
      boolean same =
          PlatformVehicle.spacingM(instrument, run.get(i - 1), run.get(i))
              < 0.8 * Peeling.NEAREST_AXLES_M;
      none = !same ? -1 : run.get(i).roughN() < run.get(i - 1).roughN() ? i : i - 1;
    }
    if (run.size() > 1 && none >= 0) {
      List<Footing> fewer = new ArrayList<>(run);
      fewer.remove(none);
      return weigh(fewer, fit, total, left, dt);
    }
    List<WeighedAxle> weighed = new ArrayList<>();
    for (int i = 0; i < run.size(); i++) {
      weighed.add(new WeighedAxle(run.get(i), loads, i));
    }
    return weighed;
  }

  /** Something was there that has no steps of an axle: it is told, with nothing to enforce. */
  private List<MotionVehicle> unreadable(Passage passage, double[] total, double dt, Flags doubts) {
    double least = instrument.tuning().minAxleKg() * PlatformInstrument.NEWTONS_PER_KG;
    int from = -1;
    int to = -1;
    for (int i = 0; i < total.length; i++) {
      if (total[i] > least / 2) {
        from = from < 0 ? i : from;
        to = i;
      }
    }
    if (from < 0 || Steps.quantile(total, from, to + 1, 0.5) < least) {
      return List.of(); // a person, a bird
    }
    double level = Steps.quantile(total, from, to + 1, 0.5);
    Footing footing = new Footing(from * dt, (to + 1) * dt, level, Double.NaN, Double.NaN, false);
    RunLoads loads =
        new RunLoads(
            new double[] {level},
            new double[] {Double.NaN},
            new double[][] {{level * level}}, // as good as unknown
            new double[] {0},
            new double[] {0},
            level,
            true);
    Flags flags = doubts.with(MotionFlags.AXLE_COUNT_DOUBTFUL);
    if (footing.speedMps(instrument.lengthM()) < instrument.tuning().slowestKmh() / 3.6) {
      flags = flags.with(MotionFlags.STOPPED_ON_SENSOR);
    }
    return List.of(
        new PlatformVehicle(
                instrument, Math.round(passage.firstS() * 1e9), 0, new Rolling(List.of()))
            .of(List.of(new WeighedAxle(footing, loads, 0)), flags));
  }

  private boolean standsStill(List<Footing> axles, double[] total, double dt) {
    double usual =
        Steps.quantile(
            axles.stream().mapToDouble(Footing::lastedS).toArray(), 0, axles.size(), 0.3);
    double present = instrument.tuning().presentKg() * PlatformInstrument.NEWTONS_PER_KG;
    double speed = instrument.lengthM() / usual;
    int span = (int) Math.max(1, Math.round(0.3 / speed / dt));
    Steps steps = new Steps(total, span / 2, span);
    int still = 0;
    for (int i = 0; i < total.length; i++) {
      boolean moves = Math.abs(steps.height(i)) > 0.3 * total[i] || total[i] < present;
      still = moves ? 0 : still + 1;
      if (still * dt > STANDS_STILL * usual) {
        return true;
      }
    }
    return false;
  }

  /** Axles that are on the platform without it being empty in between. */
  private static List<List<Footing>> runs(List<Footing> axles) {
    List<List<Footing>> runs = new ArrayList<>();
    double until = Double.NEGATIVE_INFINITY;
    for (Footing axle : axles) {
      if (axle.onS() > until) {
        runs.add(new ArrayList<>());
      }
      runs.get(runs.size() - 1).add(axle);
      until = Math.max(until, axle.offS() + axle.onRampS());
    }
    return runs;
  }

  private record OneVehicle(List<WeighedAxle> axles, Flags doubts) {}

  /** By distance and by loops; vehicles whose axles were on the platform together are told so. */
  private List<OneVehicle> apart(List<WeighedAxle> axles, Presence presence, double firstS) {
    List<OneVehicle> vehicles = new ArrayList<>();
    List<WeighedAxle> now = new ArrayList<>();
    Flags flags = Flags.NONE;
    for (WeighedAxle axle : axles) {
      if (!now.isEmpty()) {
        WeighedAxle before = now.get(now.size() - 1);
        boolean far =
            PlatformVehicle.spacingM(instrument, before.footing(), axle.footing())
                > instrument.tuning().vehicleGapM();
        Presence.Verdict verdict =
            presence.between(before.footing(), axle.footing(), instrument.lengthM(), firstS);
        if (far || verdict != Presence.Verdict.ONE_VEHICLE) {
          Flags shared = Flags.NONE;
          if (!far && verdict == Presence.Verdict.DOUBTFUL) {
            shared = shared.with(MotionFlags.TAILGATING);
          }
          if (before.footing().offS() > axle.footing().onS()) {
            shared = shared.with(MotionFlags.TWO_ON_PLATFORM);
          }
          vehicles.add(new OneVehicle(now, flags.with(shared)));
          now = new ArrayList<>();
          flags = shared;
        }
      }
      now.add(axle);
    }
    if (!now.isEmpty()) {
      vehicles.add(new OneVehicle(now, flags));
    }
    return vehicles;
  }
}
