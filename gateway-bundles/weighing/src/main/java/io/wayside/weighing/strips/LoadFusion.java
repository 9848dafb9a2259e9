// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.strips;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.linear.SingularMatrixException;
import org.apache.commons.math3.stat.StatUtils;

/** Makes one load of what several lines saw of an axle. */
final class LoadFusion {

  private static final int ONE_SINE_FROM = 4;
  private static final int TWO_SINES_FROM = 7;
  private static final double IQR_REACH = 1.5;
  // Bounce puts one line of four 2.5 standard deviations out often enough: weighing it down there
  // made
  // results worse in simulation. Beyond 4 it is the line.
  private static final double OUT = 4;
  private static final int MOST_ROUNDS = 8;
  private static final double WIDEST = 50;
  // Lines agree no better than this even on a road like glass.
  private static final double LEAST_SHARE = 0.02;
  private static final double STEP_HZ = 0.1;

  private LoadFusion() {}

  /**
   * A load and how the lines lie about it.
   *
   * @param load in newton
   * @param factor standard deviation of the load as a multiple of that of the disturbance
   * @param scatter sum of squared, decorrelated residuals as shares of the load
   * @param freedom how many of them are independent
   * @param outliers lines weighed down
   */
  record Fused(double load, double factor, double scatter, int freedom, int outliers) {}

  /**
   * @param seconds when each line was crossed
   * @param loads what each line saw, newton
   * @param share expected standard deviation of the disturbance as a share of the load
   */
  static Fused fuse(StripRules.Fusion how, double[] seconds, double[] loads, double share) {
    Fused spectral = spectral(seconds, loads, share);
    double load =
        switch (how) {
          case SPECTRAL -> spectral.load;
          case MEAN -> StatUtils.mean(loads);
          case MEDIAN -> median(loads);
          case SINES -> sines(seconds, loads);
        };
    return new Fused(load, spectral.factor, spectral.scatter, spectral.freedom, spectral.outliers);
  }

  /** The mean of those within the quartiles widened by 1.5 times their distance. */
  static double median(double[] loads) {
    double low = StatUtils.percentile(loads, 25);
    double high = StatUtils.percentile(loads, 75);
    double reach = IQR_REACH * (high - low);
    double[] within =
        Arrays.stream(loads).filter(p -> p >= low - reach && p <= high + reach).toArray();
    return StatUtils.percentile(within.length == 0 ? loads : within, 50);
  }

  /**
   * Generalised least squares: the load under a disturbance whose correlation between the lines is
   * known. Lines far out for that are weighed down and say so.
   */
  static Fused spectral(double[] seconds, double[] loads, double share) {
    int n = loads.length;
    double middle = StatUtils.percentile(loads, 50);
    if (n == 1) {
      return new Fused(loads[0], 1, 0, 0, 0);
    }
    double[][] correlation = DynamicModel.correlation(seconds);
    double[] widened = new double[n];
    Arrays.fill(widened, 1);
    double load = middle;
    double variance = 1;
    double scatter = 0;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      RealMatrix matrix = new Array2DRowRealMatrix(n, n);
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          matrix.setEntry(i, j, correlation[i][j]);
        }
        matrix.addToEntry(i, i, widened[i] * widened[i] - 1);
      }
      RealMatrix inverse = new CholeskyDecomposition(matrix).getSolver().getInverse();
      RealVector ones = MatrixUtils.createRealVector(filled(n));
      RealVector weights = inverse.operate(ones);
      double sum = weights.dotProduct(ones);
      load = weights.dotProduct(MatrixUtils.createRealVector(loads)) / sum;
      variance = 1 / sum;
      RealVector off = MatrixUtils.createRealVector(loads).mapDivide(load).mapSubtract(1);
      scatter = off.dotProduct(inverse.operate(off));
      if (n < 3 || !widen(widened, loads, load, share, inverse)) {
        break;
      }
    }
    int outliers = (int) Arrays.stream(widened).filter(w -> w > 1).count();
    return new Fused(load, Math.sqrt(variance), scatter, n - 1, outliers);
  }

  /**
   * Weighs down the line that lies furthest from what the others lead one to expect, when that is
   * too far; one at a time, as it pulls the others out.
   */
  private static boolean widen(
      double[] widened, double[] loads, double load, double share, RealMatrix inverse) {
    RealVector off =
        inverse.operate(MatrixUtils.createRealVector(loads).mapDivide(load).mapSubtract(1));
    double expected = Math.max(share, LEAST_SHARE);
    int worst = 0;
    double furthest = 0;
    for (int i = 0; i < loads.length; i++) {
      // Distance from the prediction out of the other lines, in its standard deviations.
      double far = Math.abs(off.getEntry(i)) / Math.sqrt(inverse.getEntry(i, i)) / expected;
      if (far > furthest) {
        furthest = far;
        worst = i;
      }
    }
    if (furthest <= OUT || widened[worst] > WIDEST) {
      return false;
    }
    widened[worst] *= furthest / OUT;
    return true;
  }

  private static double[] filled(int n) {
    double[] ones = new double[n];
    Arrays.fill(ones, 1);
    return ones;
  }

  /** Constant and one sine (bounce), with a second (hop) when there are lines enough. */
  static double sines(double[] seconds, double[] loads) {
    if (loads.length < ONE_SINE_FROM) {
      return StatUtils.mean(loads);
    }
    double best = Double.POSITIVE_INFINITY;
    double load = StatUtils.mean(loads);
    for (double bounce = 1; bounce <= 4.5; bounce += STEP_HZ) {
      if (loads.length < TWO_SINES_FROM) {
        double[] fit = fit(seconds, loads, bounce);
        if (fit[1] < best) {
          best = fit[1];
          load = fit[0];
        }
        continue;
      }
      for (double hop = 8; hop <= 15; hop += 5 * STEP_HZ) {
        double[] fit = fit(seconds, loads, bounce, hop);
        if (fit[1] < best) {
          best = fit[1];
          load = fit[0];
        }
      }
    }
    return load;
  }

  private static double[] fit(double[] seconds, double[] loads, double... hertz) {
    RealMatrix model = new Array2DRowRealMatrix(loads.length, 1 + 2 * hertz.length);
    for (int i = 0; i < loads.length; i++) {
      model.setEntry(i, 0, 1);
      for (int k = 0; k < hertz.length; k++) {
        double turned = 2 * Math.PI * hertz[k] * (seconds[i] - seconds[0]);
        model.setEntry(i, 1 + 2 * k, Math.cos(turned));
        model.setEntry(i, 2 + 2 * k, Math.sin(turned));
      }
    }
    RealVector seen = MatrixUtils.createRealVector(loads);
    try {
      RealVector found = new QRDecomposition(model, 1e-9).getSolver().solve(seen);
      return new double[] {found.getEntry(0), model.operate(found).subtract(seen).getNorm()};
    } catch (SingularMatrixException linesInStep) {
      return new double[] {0, Double.POSITIVE_INFINITY};
    }
  }
}
