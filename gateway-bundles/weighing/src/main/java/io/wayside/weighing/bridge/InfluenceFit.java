// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.bridge;

import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/**
 * Finds an influence line from runs of a truck whose axle loads are known (O'Brien's matrix
 * method): the ordinates at even steps that explain the strain best, kept smooth by a penalty on
 * their second differences. How smooth is chosen by generalised cross-validation.
 */
public final class InfluenceFit {

  /**
   * One run of the known truck.
   *
   * @param seconds evenly spaced, from before the first axle came until after the last left
   * @param strain at these times
   * @param originS per axle, when it passed place 0
   * @param speedMps per axle
   * @param loadsN per axle, weighed statically
   */
  @SuppressWarnings("ArrayRecordComponent") // a carrier of numbers; nobody compares runs
  public record Run(
      double[] seconds, double[] strain, double[] originS, double[] speedMps, double[] loadsN) {}

  /**
   * The line that was found.
   *
   * @param line to be written into the instrument document
   * @param residual standard deviation of what it leaves of the strain
   * @param smoothness the penalty that was chosen
   * @param runScales per run, how its strain compares with the line's: 1 when all runs agree
   */
  public record Found(
      InfluenceLine line, double residual, double smoothness, List<Double> runScales) {}

  private static final double SMALLEST = 1e-8;
  private static final double LARGEST = 1e4;

  private final double fromM;
  private final int ordinates;
  private final double stepM;

  /** Ordinates from {@code fromM} to {@code toM}; both ends are held at zero. */
  public InfluenceFit(double fromM, double toM, double stepM) {
    this.fromM = fromM;
    this.ordinates = (int) Math.round((toM - fromM) / stepM) + 1;
    this.stepM = (toM - fromM) / (ordinates - 1);
    if (ordinates < 5) {
      throw new IllegalArgumentException(
          "an influence line from " + fromM + " to " + toM + " m needs a step below " + stepM);
    }
  }

  public Found fit(List<Run> runs) {
    int k = ordinates - 2; // the ends are zero
    RealMatrix normal = new Array2DRowRealMatrix(k, k);
    RealVector right = new ArrayRealVector(k);
    double squares = 0;
    int rows = 0;
    for (Run run : runs) {
      double[][] columns = columns(run);
      double[] strain = Detrend.of(run.strain());
      for (int r = 0; r < strain.length; r++) {
        squares += strain[r] * strain[r];
        for (int i = 0; i < k; i++) {
          double a = columns[i][r];
          if (a != 0) {
            right.addToEntry(i, a * strain[r]);
            for (int j = 0; j < k; j++) {
              normal.addToEntry(i, j, a * columns[j][r]);
            }
          }
        }
      }
      rows += strain.length;
    }
    RealMatrix rough = roughness(k);
    double scale = normal.getTrace() / rough.getTrace();
    double least = Double.POSITIVE_INFINITY;
    RealVector best = new ArrayRealVector(k);
    double smoothness = 0;
    double residual = 0;
    for (double lambda = SMALLEST; lambda <= LARGEST; lambda *= 3) {
      RealMatrix both = normal.add(rough.scalarMultiply(lambda * scale));
      CholeskyDecomposition cholesky = new CholeskyDecomposition(both, 1e-6, 0);
      RealVector solution = cholesky.getSolver().solve(right);
      double rss =
          Math.max(
              0,
              squares
                  - 2 * solution.dotProduct(right)
                  + solution.dotProduct(normal.operate(solution)));
      double freedom = cholesky.getSolver().getInverse().multiply(normal).getTrace();
      double score = rows * rss / Math.pow(Math.max(1, rows - freedom), 2);
      if (score < least) {
        least = score;
        best = solution;
        smoothness = lambda;
        residual = Math.sqrt(rss / Math.max(1, rows - freedom));
      }
    }
    InfluenceLine line = line(best);
    return new Found(
        line, residual, smoothness, runs.stream().map(run -> scale(run, line)).toList());
  }

  /** Per ordinate and instant: the load that stands on it, shared between neighbours. */
  private double[][] columns(Run run) {
    int n = run.seconds().length;
    double[][] all = new double[ordinates][n];
    for (int a = 0; a < run.loadsN().length; a++) {
      for (int r = 0; r < n; r++) {
        double place = run.speedMps()[a] * (run.seconds()[r] - run.originS()[a]);
        double at = (place - fromM) / stepM;
        int below = (int) Math.floor(at);
        if (below >= 0 && below < ordinates - 1) {
          all[below][r] += run.loadsN()[a] * (1 - (at - below));
          all[below + 1][r] += run.loadsN()[a] * (at - below);
        }
      }
    }
    double[][] inner = new double[ordinates - 2][];
    for (int i = 0; i < inner.length; i++) {
      inner[i] = Detrend.of(all[i + 1]);
    }
    return inner;
  }

  /** Squares of second differences, the zero ends among them. */
  private static RealMatrix roughness(int k) {
    RealMatrix rough = new Array2DRowRealMatrix(k, k);
    double[] second = {1, -2, 1};
    for (int middle = 0; middle < k; middle++) {
      for (int i = -1; i <= 1; i++) {
        for (int j = -1; j <= 1; j++) {
          int a = middle + i;
          int b = middle + j;
          if (a >= 0 && a < k && b >= 0 && b < k) {
            rough.addToEntry(a, b, second[i + 1] * second[j + 1]);
          }
        }
      }
    }
    return rough;
  }

  private InfluenceLine line(RealVector inner) {
    double[] places = new double[ordinates];
    double[] strains = new double[ordinates];
    for (int i = 0; i < ordinates; i++) {
      places[i] = fromM + i * stepM;
      strains[i] = i == 0 || i == ordinates - 1 ? 0 : inner.getEntry(i - 1);
    }
    return new InfluenceLine(places, strains);
  }

  private static double scale(Run run, InfluenceLine line) {
    double[] fitted = new double[run.seconds().length];
    for (int r = 0; r < fitted.length; r++) {
      for (int a = 0; a < run.loadsN().length; a++) {
        double place = run.speedMps()[a] * (run.seconds()[r] - run.originS()[a]);
        fitted[r] += run.loadsN()[a] * line.at(place);
      }
    }
    double[] flat = Detrend.of(fitted);
    double[] strain = Detrend.of(run.strain());
    double product = 0;
    double squares = 0;
    for (int r = 0; r < flat.length; r++) {
      product += flat[r] * strain[r];
      squares += flat[r] * flat[r];
    }
    return squares == 0 ? Double.NaN : product / squares;
  }
}
