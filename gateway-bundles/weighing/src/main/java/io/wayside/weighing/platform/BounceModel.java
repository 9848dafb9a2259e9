// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.platform;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Loads and oscillation by least squares, for one assumed frequency. The loads are free; amplitudes
 * are held towards zero by what is usual (a Gaussian prior), so that a fraction of a period cannot
 * turn into a large load. The noise is found from the residuals by expectation and maximisation.
 */
final class BounceModel {

  private static final int ROUNDS = 12;

  /** Loads are free: a prior so wide that it does not matter. */
  private static final double FREE = 1e-14;

  private final int loads;
  private final double[][] inverse;
  private final double[][] weights;
  private final double[] solution;
  private final double variance;
  private final double evidence;

  /**
   * @param design rows by columns; the first {@code loads} columns are loads
   * @param usual usual size of each further column's coefficient
   * @param floorN standard deviation below which no row is believed
   */
  BounceModel(double[][] design, double[] values, int loads, double[] usual, double floorN) {
    this.loads = loads;
    int n = values.length;
    int k = design[0].length;
    double[][] normal = new double[k][k];
    double[] right = new double[k];
    double squares = 0;
    for (int r = 0; r < n; r++) {
      squares += values[r] * values[r];
      for (int i = 0; i < k; i++) {
        right[i] += design[r][i] * values[r];
        for (int j = 0; j <= i; j++) {
          normal[i][j] += design[r][i] * design[r][j];
        }
      }
    }
    double[] prior = new double[k];
    double logPrior = 0;
    for (int i = 0; i < k; i++) {
      prior[i] = i < loads ? FREE : 1 / (usual[i - loads] * usual[i - loads]);
      logPrior += i < loads ? 0 : Math.log(prior[i]);
    }
    double s2 = Math.max(floorN * floorN, squares / n * 1e-4);
    double[][] covariance = new double[k][k];
    double[] beta = new double[k];
    double logDeterminant = 0;
    double rss = 0;
    for (int round = 0; round < ROUNDS; round++) {
      RealMatrix m = new Array2DRowRealMatrix(k, k);
      for (int i = 0; i < k; i++) {
        for (int j = 0; j <= i; j++) {
          double value = normal[i][j] / s2 + (i == j ? prior[i] : 0);
          m.setEntry(i, j, value);
          m.setEntry(j, i, value);
        }
      }
      CholeskyDecomposition cholesky = new CholeskyDecomposition(m, 1e-6, 0);
      covariance = cholesky.getSolver().getInverse().getData();
      logDeterminant = Math.log(cholesky.getDeterminant());
      for (int i = 0; i < k; i++) {
        beta[i] = 0;
        for (int j = 0; j < k; j++) {
          beta[i] += covariance[i][j] * right[j] / s2;
        }
      }
      rss = squares;
      double trace = 0;
      for (int i = 0; i < k; i++) {
        rss -= 2 * beta[i] * right[i];
        for (int j = 0; j < k; j++) {
          double both = i >= j ? normal[i][j] : normal[j][i];
          rss += beta[i] * beta[j] * both;
          trace += covariance[i][j] * both;
        }
      }
      rss = Math.max(0, rss);
      if (round < ROUNDS - 1) {
        s2 = Math.max(floorN * floorN, (rss + trace) / n);
      }
    }
    double penalty = 0;
    for (int i = loads; i < k; i++) {
      penalty += beta[i] * beta[i] * prior[i];
    }
    this.inverse = covariance;
    this.solution = beta;
    this.variance = s2;
    this.evidence = -0.5 * (n * Math.log(s2) + rss / s2 + penalty - logPrior + logDeterminant);
    this.weights = new double[loads][n];
    for (int i = 0; i < loads; i++) {
      for (int r = 0; r < n; r++) {
        for (int j = 0; j < k; j++) {
          weights[i][r] += covariance[i][j] * design[r][j] / s2;
        }
      }
    }
  }

  double load(int axle) {
    return solution[axle];
  }

  double covariance(int one, int other) {
    return inverse[one][other];
  }

  /** How much each row counts for the load: the same for the left cells alone. */
  double weight(int axle, int row) {
    return weights[axle][row];
  }

  double variance() {
    return variance;
  }

  /** Logarithm of how well the model explains the rows, its freedom counted against it. */
  double evidence() {
    return evidence;
  }

  int loads() {
    return loads;
  }
}
