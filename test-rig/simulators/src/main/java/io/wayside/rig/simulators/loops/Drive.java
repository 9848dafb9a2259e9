// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.loops;

import java.util.ArrayList;
import java.util.List;

/**
 * How a vehicle's front moves along the lane: stretches of even acceleration, one after another.
 */
public final class Drive {

  /** The solution of a quadratic this close to a stretch's end belongs to it, in seconds. */
  private static final double EDGE_S = 1e-12;

  private final List<Stretch> stretches = new ArrayList<>();
  private double endS;
  private double endM;
  private double endMps;

  private record Stretch(double fromS, double toS, double m, double mps, double mps2) {
    double at(double s) {
      double dt = s - fromS;
      return m + mps * dt + mps2 * dt * dt / 2;
    }
  }

  /** Begins at a place with a speed; backwards is negative. */
  public Drive(double atS, double atM, double mps) {
    this.endS = atS;
    this.endM = atM;
    this.endMps = mps;
  }

  /** Goes on for a while with an acceleration. */
  public Drive then(double seconds, double mps2) {
    Stretch next = new Stretch(endS, endS + seconds, endM, endMps, mps2);
    stretches.add(next);
    endM = next.at(next.toS());
    endMps = endMps + mps2 * seconds;
    endS = next.toS();
    return this;
  }

  /** Brakes or speeds up to a speed. */
  public Drive to(double mps, double mps2) {
    double seconds = Math.abs((mps - endMps) / mps2);
    return then(seconds, Math.signum(mps - endMps) * Math.abs(mps2));
  }

  public double atM(double s) {
    Stretch first = stretches.get(0);
    if (s <= first.fromS()) {
      return first.m() + first.mps() * (s - first.fromS());
    }
    for (Stretch stretch : stretches) {
      if (s <= stretch.toS()) {
        return stretch.at(s);
      }
    }
    return endM + endMps * (s - endS);
  }

  public double endS() {
    return endS;
  }

  /** All moments at which the front is at a place. */
  public List<Double> timesAt(double m) {
    List<Double> times = new ArrayList<>();
    for (Stretch stretch : stretches) {
      for (double dt : roots(stretch.mps2() / 2, stretch.mps(), stretch.m() - m)) {
        double s = stretch.fromS() + dt;
        if (s >= stretch.fromS() - EDGE_S && s < stretch.toS()) {
          times.add(s);
        }
      }
    }
    return times;
  }

  private static double[] roots(double a, double b, double c) {
    if (Math.abs(a) < 1e-12) {
      return b == 0 ? new double[0] : new double[] {-c / b};
    }
    double under = b * b - 4 * a * c;
    if (under < 0) {
      return new double[0];
    }
    double q = -(b + Math.copySign(Math.sqrt(under), b)) / 2;
    return q == 0 ? new double[] {0} : new double[] {q / a, c / q};
  }
}
