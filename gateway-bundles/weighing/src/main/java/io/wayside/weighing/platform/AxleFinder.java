// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.platform;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the axles of a passage: tries speeds, and takes the one whose axles explain the signal best
 * with the fewest of them.
 */
final class AxleFinder {

  /** More is no vehicle on a road; bounds the work. */
  static final int MOST_AXLES = 24;

  private static final double SPEED_STEP = 1.05;

  /** A further axle must explain that much of the signal. */
  private static final double COST_OF_AXLE = 0.02;

  /** So must one whose leaving is hidden by another's coming. */
  private static final double COST_OF_HIDDEN = 0.08;

  private static final double SCAN_HZ = 100;

  /** After the last axle the platform swings through zero; this is no new load. */
  private static final double SWINGING_S = 0.25;

  private static final double AROUND_S = 1.0;

  private final PlatformInstrument instrument;

  AxleFinder(PlatformInstrument instrument) {
    this.instrument = instrument;
  }

  /**
   * What was found.
   *
   * @param axles in the order in which they came
   * @param unexplained share of the signal that they leave over
   * @param oneLess a step was taken for a swing of the load and not for an axle
   */
  record Found(List<Footing> axles, double unexplained, boolean oneLess) {}

  /** All axles of a passage, stretch by stretch: vehicles that follow have speeds of their own. */
  Found find(LoadSignal signal) {
    List<Footing> axles = new ArrayList<>();
    double unexplained = 0;
    boolean oneLess = false;
    for (Loaded stretch : stretches(signal.total(), signal.dt())) {
      Found found = alone(signal.part(stretch.from(), stretch.to()));
      found.axles().forEach(axle -> axles.add(axle.later(stretch.from() * signal.dt())));
      unexplained = Math.max(unexplained, found.unexplained());
      oneLess |= found.oneLess();
    }
    return new Found(axles, unexplained, oneLess);
  }

  private record Loaded(int from, int to) {}

  /** Where the platform is loaded, with half of the empty time around but not more than needed. */
  private List<Loaded> stretches(double[] signal, double dt) {
    PlatformTuning tuning = instrument.tuning();
    double present = tuning.presentKg() * PlatformInstrument.NEWTONS_PER_KG;
    double least = tuning.minAxleKg() * PlatformInstrument.NEWTONS_PER_KG;
    List<int[]> loaded = new ArrayList<>();
    for (int i = 0; i < signal.length; i++) {
      if (signal[i] <= present) {
        continue;
      }
      int[] last = loaded.isEmpty() ? new int[] {0, -1} : loaded.get(loaded.size() - 1);
      if (last[1] >= 0 && (i - last[1]) * dt < SWINGING_S) {
        last[1] = i;
      } else {
        loaded.add(new int[] {i, i});
      }
    }
    loaded.removeIf(each -> Steps.quantile(signal, each[0], each[1] + 1, 0.5) < least / 2);
    List<Loaded> stretches = new ArrayList<>();
    int most = (int) Math.ceil(AROUND_S / dt);
    for (int k = 0; k < loaded.size(); k++) {
      int before = k == 0 ? 0 : loaded.get(k - 1)[1];
      int after = k == loaded.size() - 1 ? signal.length : loaded.get(k + 1)[0];
      int[] each = loaded.get(k);
      stretches.add(
          new Loaded(
              Math.max((each[0] + before) / 2, each[0] - most),
              Math.min((each[1] + after) / 2 + 1, each[1] + most)));
    }
    return stretches;
  }

  private Found alone(LoadSignal signal) {
    LoadSignal coarse = signal.thinned((int) Math.max(1, Math.floor(1 / (signal.dt() * SCAN_HZ))));
    double best = 0;
    double least = Double.POSITIVE_INFINITY;
    double slowest = instrument.tuning().slowestKmh() / 3.6;
    double fastest = instrument.tuning().fastestKmh() / 3.6;
    for (double speed = slowest; speed <= fastest * SPEED_STEP; speed *= SPEED_STEP) {
      Peeling peeling = new Peeling(coarse, instrument, speed);
      List<Footing> axles = peeling.axles(MOST_AXLES);
      long hidden = axles.stream().filter(axle -> !axle.seenOff()).count();
      double cost = peeling.unexplained() + COST_OF_AXLE * axles.size() + COST_OF_HIDDEN * hidden;
      if (!axles.isEmpty() && cost < least) {
        least = cost;
        best = speed;
      }
    }
    if (best == 0) {
      return new Found(List.of(), 1, false);
    }
    Peeling peeling = new Peeling(signal, instrument, best);
    List<Footing> axles = peeling.axles(MOST_AXLES);
    double[] speeds =
        axles.stream()
            .filter(Footing::seenOff)
            .mapToDouble(axle -> axle.speedMps(instrument.lengthM()))
            .toArray();
    if (speeds.length > 0 && speeds.length < axles.size()) {
      // Where a hidden step is put depends on the speed: once more with the one that was seen.
      double seen = Steps.quantile(speeds, 0, speeds.length, 0.5);
      peeling = new Peeling(signal, instrument, seen);
      axles = peeling.axles(MOST_AXLES);
    }
    List<Footing> real = new ArrayList<>(axles);
    for (Footing axle : axles) {
      double worth = peeling.unexplainedWithout(axle) - peeling.unexplained();
      if (!axle.seenOff() && worth < COST_OF_AXLE + COST_OF_HIDDEN) {
        real.remove(axle); // nobody saw it leave, and without it the rest costs less
      }
    }
    return new Found(real, peeling.unexplained(), real.size() < axles.size());
  }
}
