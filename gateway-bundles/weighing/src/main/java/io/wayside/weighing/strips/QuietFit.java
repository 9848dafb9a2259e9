// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.strips;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import org.apache.commons.math3.linear.RealVector;

/**
 * The baseline under pulses: least squares through the quiet samples before and behind them. A
 * straight line; with it one sine of the mains frequency where the quiet samples show one.
 */
final class QuietFit {

  // Below this the normal equations only find noise.
  private static final int FEWEST = 4;
  // Quiet time, in periods of the mains, from which a sine can be told from a slope.
  private static final double PERIODS = 1.5;
  // Share of the residual's variance that a sine must explain to be believed: pure noise of n
  // samples gives 2/n.
  private static final double EVIDENCE = 0.2;

  private double level;
  private double slope;
  private double cosine;
  private double sine;
  private double turnPerSample;
  private double noise;

  /**
   * Fits y over [0, before) and [after, end).
   *
   * @param mainsPerSample frequency of the hum in turns per sample; 0 for none
   */
  void fit(double[] y, int before, int after, int end, double mainsPerSample) {
    turnPerSample = 2 * Math.PI * mainsPerSample;
    int count = before + Math.max(0, end - after);
    level = 0;
    slope = 0;
    cosine = 0;
    sine = 0;
    noise = 0;
    if (count < FEWEST) {
      return;
    }
    Sums sums = new Sums(end, turnPerSample);
    sums.add(y, 0, before);
    sums.add(y, Math.max(after, before), end);
    boolean bothSides = before >= FEWEST && end - after >= FEWEST;
    double[] line = sums.solve(bothSides ? 2 : 1);
    double left = sums.residual(line);
    set(line, end);
    if (mainsPerSample > 0 && bothSides && count * mainsPerSample > PERIODS) {
      double[] withHum = sums.solve(4);
      double rest = sums.residual(withHum);
      if (rest < (1 - EVIDENCE) * left) {
        set(withHum, end);
        left = rest;
      }
    }
    noise = Math.sqrt(Math.max(0, left) / count);
  }

  private void set(double[] found, int end) {
    level = found[0];
    slope = found.length > 1 ? found[1] / end : 0;
    cosine = found.length > 2 ? found[2] : 0;
    sine = found.length > 2 ? found[3] : 0;
  }

  /** Takes the baseline away from y over [0, end). */
  void subtract(double[] y, int end) {
    boolean hum = cosine != 0 || sine != 0;
    double c = 1;
    double s = 0;
    double stepC = Math.cos(turnPerSample);
    double stepS = Math.sin(turnPerSample);
    for (int i = 0; i < end; i++) {
      y[i] -= level + slope * i;
      if (hum) {
        y[i] -= cosine * c + sine * s;
        double turned = c * stepC - s * stepS;
        s = s * stepC + c * stepS;
        c = turned;
      }
    }
  }

  /** Standard deviation of the quiet samples about the baseline. */
  double noise() {
    return noise;
  }

  /** Amplitude of the hum taken out. */
  double hum() {
    return Math.hypot(cosine, sine);
  }

  /** The normal equations for a level, a slope over the stretch, a cosine and a sine. */
  private static final class Sums {
    private final double[][] products = new double[4][4];
    private final double[] withY = new double[4];
    private final double scale;
    private final double turn;
    private double yy;

    Sums(int end, double turn) {
      this.scale = 1.0 / end;
      this.turn = turn;
    }

    void add(double[] y, int from, int to) {
      double c = Math.cos(turn * from);
      double s = Math.sin(turn * from);
      double stepC = Math.cos(turn);
      double stepS = Math.sin(turn);
      for (int i = from; i < to; i++) {
        double t = i * scale;
        double value = y[i];
        products[0][0] += 1;
        products[0][1] += t;
        products[0][2] += c;
        products[0][3] += s;
        products[1][1] += t * t;
        products[1][2] += t * c;
        products[1][3] += t * s;
        products[2][2] += c * c;
        products[2][3] += c * s;
        products[3][3] += s * s;
        withY[0] += value;
        withY[1] += value * t;
        withY[2] += value * c;
        withY[3] += value * s;
        yy += value * value;
        double turned = c * stepC - s * stepS;
        s = s * stepC + c * stepS;
        c = turned;
      }
    }

    double[] solve(int unknowns) {
      Array2DRowRealMatrix matrix = new Array2DRowRealMatrix(unknowns, unknowns);
      RealVector right = new ArrayRealVector(unknowns);
      for (int i = 0; i < unknowns; i++) {
        right.setEntry(i, withY[i]);
        for (int j = i; j < unknowns; j++) {
          matrix.setEntry(i, j, products[i][j]);
          matrix.setEntry(j, i, products[i][j]);
        }
      }
      try {
        return new CholeskyDecomposition(matrix).getSolver().solve(right).toArray();
      } catch (NonPositiveDefiniteMatrixException degenerate) {
        return new double[] {withY[0] / products[0][0]}; // the mean is always there
      }
    }

    double residual(double[] found) {
      double sum = yy;
      for (int i = 0; i < found.length; i++) {
        sum -= found[i] * withY[i];
      }
      return sum;
    }
  }
}
