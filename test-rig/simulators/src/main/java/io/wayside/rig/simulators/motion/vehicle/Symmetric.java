// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.motion.vehicle;

/** A small symmetric positive definite matrix, as mass matrices are. */
final class Symmetric {
  private final double[][] cells;

  Symmetric(int size) {
    this.cells = new double[size][size];
  }

  /** Adds {@code weight v v'}. */
  void addSquare(double[] v, double weight) {
    for (int i = 0; i < v.length; i++) {
      for (int j = 0; j < v.length; j++) {
        cells[i][j] += weight * v[i] * v[j];
      }
    }
  }

  /** The vector that this matrix turns into the given one, by Cholesky. */
  double[] solve(double[] wanted) {
    int n = cells.length;
    double[][] lower = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double rest = cells[i][j];
        for (int k = 0; k < j; k++) {
          rest -= lower[i][k] * lower[j][k];
        }
        lower[i][j] = i == j ? Math.sqrt(rest) : rest / lower[j][j];
      }
    }
    double[] x = wanted.clone();
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < i; k++) {
        x[i] -= lower[i][k] * x[k];
      }
      x[i] /= lower[i][i];
    }
    for (int i = n - 1; i >= 0; i--) {
      for (int k = i + 1; k < n; k++) {
        x[i] -= lower[k][i] * x[k];
      }
      x[i] /= lower[i][i];
    }
    return x;
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
