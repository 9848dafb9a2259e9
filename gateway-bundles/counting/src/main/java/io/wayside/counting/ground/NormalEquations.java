// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.ground;

/** Weighted linear least squares by the normal equations, for a few unknowns. */
final class NormalEquations {

  private final int unknowns;
  private final double[][] squares;
  private final double[] right;

  NormalEquations(int unknowns) {
    this.unknowns = unknowns;
    this.squares = new double[unknowns][unknowns];
    this.right = new double[unknowns];
  }

  /** One equation: the row times the unknowns is the value, so much it counts. */
  void add(double weight, double[] row, double value) {
    for (int i = 0; i < unknowns; i++) {
      double weighted = weight * row[i];
      for (int j = 0; j < unknowns; j++) {
        squares[i][j] += weighted * row[j];
      }
      right[i] += weighted * value;
    }
  }

  /** The solution, held back by a share of each diagonal (Levenberg and Marquardt). */
  double[] solved(double damping) {
    double[][] inverse = inverted(damping);
    double[] solution = new double[unknowns];
    for (int i = 0; i < unknowns; i++) {
      for (int j = 0; j < unknowns; j++) {
        solution[i] += inverse[i][j] * right[j];
      }
    }
    return solution;
  }

  /** What the unknowns scatter by when every equation of weight 1 scatters by 1. */
  double[][] covariance() {
    return inverted(0);
  }

  /** Gauss and Jordan with the largest pivot of each column. */
  private double[][] inverted(double damping) {
    double[][] a = new double[unknowns][2 * unknowns];
    for (int i = 0; i < unknowns; i++) {
      System.arraycopy(squares[i], 0, a[i], 0, unknowns);
      a[i][i] += damping * squares[i][i] + 1e-12;
      a[i][unknowns + i] = 1;
    }
    for (int column = 0; column < unknowns; column++) {
      int best = column;
      for (int row = column + 1; row < unknowns; row++) {
        best = Math.abs(a[row][column]) > Math.abs(a[best][column]) ? row : best;
      }
      double[] pivot = a[best];
      a[best] = a[column];
      a[column] = pivot;
      double by = pivot[column];
      for (int k = 0; k < 2 * unknowns; k++) {
        pivot[k] /= by;
      }
      for (int row = 0; row < unknowns; row++) {
        double factor = a[row][column];
        for (int k = 0; row != column && factor != 0 && k < 2 * unknowns; k++) {
          a[row][k] -= factor * pivot[k];
        }
      }
    }
    double[][] inverse = new double[unknowns][unknowns];
    for (int i = 0; i < unknowns; i++) {
      System.arraycopy(a[i], unknowns, inverse[i], 0, unknowns);
    }
    return inverse;
  }
}
