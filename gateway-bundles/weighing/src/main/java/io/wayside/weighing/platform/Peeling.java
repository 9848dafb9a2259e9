// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.platform;

import java.util.ArrayList;
import java.util.List;

/**
 * Tells axles apart for one assumed speed. From the front of the signal, the first step up is an
 * axle; what it must have done to the signal until it left is taken away, and so on. So an axle
 * that comes on while another leaves is found although the signal shows neither step.
 */
final class Peeling {

  /** No wheels fit closer behind one another. */
  static final double NEAREST_AXLES_M = 0.6;

  /** A step lower than this share of the load already there is oscillation. */
  private static final double LEAST_STEP = 0.10;

  private final double lengthM;
  private final double speedMps;
  private final double footprintM;
  private final double leastN;
  private final double dt;
  private final LoadSignal signal;
  private final double[] rest;
  private final double[] rearRest;

  Peeling(LoadSignal signal, PlatformInstrument instrument, double speedMps) {
    this.signal = signal;
    this.rest = signal.total().clone();
    this.rearRest = signal.rear().clone();
    this.dt = signal.dt();
    this.lengthM = instrument.lengthM();
    this.footprintM = instrument.tuning().footprintM();
    this.leastN = instrument.tuning().minAxleKg() * PlatformInstrument.NEWTONS_PER_KG;
    this.speedMps = speedMps;
  }

  /** The axles, in the order in which they came; at most {@code most}. */
  List<Footing> axles(int most) {
    List<Footing> found = new ArrayList<>();
    Steps steps = new Steps(rest, points(0.6 * footprintM), points(0.2));
    double expectedS = lengthM / speedMps;
    int from = 0;
    while (found.size() < most) {
      int at = nextUp(steps, from);
      if (at < 0) {
        break;
      }
      double height = steps.height(at);
      double on = steps.crossing(at, 0.5);
      if (!found.isEmpty()
          && on - found.get(found.size() - 1).onS() / dt < points(0.8 * NEAREST_AXLES_M)) {
        from = at + points(0.6 * footprintM); // what is left of the step that was just taken
        continue;
      }
      int top = (int) Math.round(on) + points(0.7 * footprintM);
      int leaves = (int) Math.round(on + expectedS / dt);
      // Against nothing, not against the level before: too much may have been taken away there.
      double stays = Steps.quantile(rest, top, leaves - points(0.7 * footprintM), 0.3);
      // And at once: else the swinging platform would borrow the load of the next axle.
      double near = Steps.quantile(rest, top, (int) Math.round(on) + points(0.55), 0.3);
      if (Math.min(stays, near) < 0.5 * height) {
        from = at + points(0.6 * footprintM);
        continue;
      }
      double onRamp = steps.ramp(at) * dt;
      int level = Math.min(leaves - points(0.7 * footprintM), (int) on + points(0.85));
      double rough =
          Math.max(0.5 * height, Steps.quantile(rest, top, Math.max(top + 1, level), 0.5));
      Footing axle = leave(steps, on, onRamp, rough, expectedS);
      change(axle, -1);
      found.add(axle);
      expectedS = axle.seenOff() ? axle.lastedS() : expectedS;
      from = (int) Math.round(on) + points(NEAREST_AXLES_M);
    }
    return found;
  }

  /**
   * What the axles found do not explain, as a share of the signal. Where the rear cells are known
   * apart, each axle must also move from front to rear: two axles of which one comes when the other
   * leaves are then not one that takes twice the time.
   */
  double unexplained() {
    double all = size(signal.total()) + size(signal.rear());
    return all == 0 ? 0 : (size(rest) + size(rearRest)) / all;
  }

  private static double size(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += Math.abs(value);
    }
    return sum;
  }

  private int nextUp(Steps steps, int from) {
    int best = -1;
    double highest = 0;
    for (int i = Math.max(from, 1); i < rest.length - 1; i++) {
      double height = steps.height(i);
      double least = Math.max(leastN, LEAST_STEP * signal.total()[i]);
      if (height > least && height > highest) {
        highest = height;
        best = i;
      } else if (best >= 0 && (height < 0.7 * highest || i > best + steps.reach())) {
        break;
      }
    }
    return best;
  }

  /** Looks for the step down nearest to where it is expected and as high as the axle is heavy. */
  private Footing leave(Steps steps, double on, double onRamp, double rough, double expectedS) {
    double window = Math.min(0.25, 0.55 / lengthM);
    int first = (int) Math.ceil(on + (1 - window) * expectedS / dt);
    int last = (int) Math.floor(on + (1 + window) * expectedS / dt);
    int best = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int i = first; i <= Math.min(last, rest.length - 1); i++) {
      double drop = -steps.height(i);
      if (drop < 0.5 * rough) {
        continue;
      }
      double off = (i - on) * dt / expectedS - 1;
      double cost = Math.abs(drop / rough - 1) + Math.abs(off);
      if (cost < least) {
        least = cost;
        best = i;
      }
    }
    if (best < 0) {
      return new Footing(on * dt, on * dt + expectedS, rough, onRamp, Double.NaN, false);
    }
    double off = steps.crossing(best, 0.5);
    return new Footing(on * dt, off * dt, rough, onRamp, steps.ramp(best) * dt, true);
  }

  /** What would be unexplained without one of the axles found. */
  double unexplainedWithout(Footing axle) {
    change(axle, 1);
    double without = unexplained();
    change(axle, -1);
    return without;
  }

  /** Adds the axle's load so many times to what is unexplained. */
  private void change(Footing axle, double times) {
    double ramp = footprintM / speedMps;
    int from = Math.max(0, (int) Math.floor((axle.onS() - ramp) / dt));
    int to = Math.min(rest.length - 1, (int) Math.ceil((axle.offS() + ramp) / dt));
    for (int i = from; i <= to; i++) {
      double load = times * axle.roughN() * share(axle, ramp, i * dt);
      rest[i] += load;
      if (rearRest.length > 0) {
        rearRest[i] += load * Math.max(0, Math.min(1, (i * dt - axle.onS()) / axle.lastedS()));
      }
    }
  }

  /** Which part of the axle is on the platform. */
  static double share(Footing axle, double rampS, double atS) {
    double up = (atS - axle.onS()) / rampS + 0.5;
    double down = (axle.offS() - atS) / rampS + 0.5;
    return Math.max(0, Math.min(1, Math.min(up, down)));
  }

  private int points(double metres) {
    return (int) Math.max(1, Math.round(metres / speedMps / dt));
  }
}
