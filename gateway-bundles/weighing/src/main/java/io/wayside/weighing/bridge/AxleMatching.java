// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.bridge;

import io.wayside.core.quality.Flags;
import io.wayside.weighing.motion.MotionFlags;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Makes axles of the pulses of the first and the last detector. Axles keep their order, and
 * neighbours have nearly the same speed: the cheapest alignment of the two lists is taken, a pulse
 * without a partner costs, and the axle made of it is flagged.
 */
final class AxleMatching {

  private static final double COST_OF_NO_PARTNER = 0.5;

  private final AxleDetector first;
  private final AxleDetector last;
  private final BridgeTuning tuning;

  AxleMatching(BridgeInstrument instrument) {
    this.first = instrument.detectors().get(0);
    this.last = instrument.detectors().get(instrument.detectors().size() - 1);
    this.tuning = instrument.tuning();
  }

  List<BridgeAxle> axles(List<Double> atFirst, List<Double> atLast) {
    double usual = usualSpeed(atFirst, atLast);
    if (Double.isNaN(usual)) {
      return List.of();
    }
    int n = atFirst.size();
    int m = atLast.size();
    double[][] cost = new double[n + 1][m + 1];
    for (int i = 0; i <= n; i++) {
      for (int j = 0; j <= m; j++) {
        if (i + j > 0) {
          cost[i][j] =
              Math.min(
                  i > 0 && j > 0
                      ? cost[i - 1][j - 1] + apart(atFirst.get(i - 1), atLast.get(j - 1), usual)
                      : Double.POSITIVE_INFINITY,
                  Math.min(
                      i > 0 ? cost[i - 1][j] + COST_OF_NO_PARTNER : Double.POSITIVE_INFINITY,
                      j > 0 ? cost[i][j - 1] + COST_OF_NO_PARTNER : Double.POSITIVE_INFINITY));
        }
      }
    }
    List<BridgeAxle> axles = new ArrayList<>();
    int i = n;
    int j = m;
    while (i > 0 || j > 0) {
      if (i > 0
          && j > 0
          && cost[i][j]
              == cost[i - 1][j - 1] + apart(atFirst.get(i - 1), atLast.get(j - 1), usual)) {
        double speed = speed(atFirst.get(--i), atLast.get(--j));
        axles.add(new BridgeAxle(atFirst.get(i) - first.atM() / speed, speed, Flags.NONE));
      } else if (i > 0 && cost[i][j] == cost[i - 1][j] + COST_OF_NO_PARTNER) {
        axles.add(alone(atFirst.get(--i), first, usual, Flags.of(MotionFlags.MISSING_AXLE)));
      } else {
        axles.add(alone(atLast.get(--j), last, usual, Flags.of(MotionFlags.GHOST_AXLE)));
      }
    }
    axles.sort(Comparator.comparingDouble(BridgeAxle::originS));
    return axles;
  }

  /** The speed at which most pulses find partners; NaN when none do. */
  private double usualSpeed(List<Double> atFirst, List<Double> atLast) {
    double usual = Double.NaN;
    int most = 0;
    for (double one : atFirst) {
      for (double other : atLast) {
        double speed = speed(one, other);
        if (!(speed >= tuning.slowestMps() && speed <= tuning.fastestMps())) {
          continue;
        }
        int partners = 0;
        for (double each : atFirst) {
          double expected = each + (last.atM() - first.atM()) / speed;
          partners +=
              atLast.stream().anyMatch(at -> Math.abs(at - expected) < 0.04 * (expected - each))
                  ? 1
                  : 0;
        }
        if (partners > most) {
          most = partners;
          usual = speed;
        }
      }
    }
    return usual;
  }

  private double apart(double one, double other, double usual) {
    double speed = speed(one, other);
    return speed >= tuning.slowestMps() && speed <= tuning.fastestMps()
        ? Math.abs(Math.log(speed / usual))
        : Double.POSITIVE_INFINITY;
  }

  private double speed(double one, double other) {
    return other > one ? (last.atM() - first.atM()) / (other - one) : Double.NaN;
  }

  private static BridgeAxle alone(double at, AxleDetector detector, double speed, Flags flags) {
    return new BridgeAxle(at - detector.atM() / speed, speed, flags);
  }
}
