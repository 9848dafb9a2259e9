// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.bridge;

import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * Axle loads from strain: least squares over all sensors and instants of
 *
 * <pre>strain(t) = level + drift · t + Σ load_i · influence(v_i · (t − t_i))</pre>
 *
 * Level and drift of each sensor are taken out of both sides first. Axles that stand so close that
 * the strain cannot tell them apart are held together: the difference of neighbours in a group is
 * expected to be within a share of their load.
 */
final class Moses {

  /** Usual difference of neighbouring axles in a group, as a share of their load. */
  private static final double NEIGHBOURS_SHARE = 0.25;

  /**
   * Rows follow so closely that their errors are alike; the count is cut accordingly, at most so.
   */
  private static final double MOST_ALIKE = 100;

  private static final int ROUNDS = 3;

  /** Bodies of lorries swing at these and between. */
  private static final double[] BODY_HZ = {1.3, 2.0, 3.0};

  private final BridgeInstrument instrument;

  Moses(BridgeInstrument instrument) {
    this.instrument = instrument;
  }

  MosesLoads solve(StrainRecord record, int from, int to, List<BridgeAxle> axles) {
    int sensors = record.sensors();
    int n = to - from;
    double[][] strain = new double[sensors][];
    double[][][] columns = new double[sensors][axles.size()][];
    for (int s = 0; s < sensors; s++) {
      strain[s] = Detrend.of(record.strain(s, from, to));
      for (int a = 0; a < axles.size(); a++) {
        double[] column = new double[n];
        for (int r = 0; r < n; r++) {
          double place = axles.get(a).placeM(record.seconds(from + r));
          column[r] = instrument.strain().get(s).influence().at(place);
        }
        columns[s][a] = Detrend.of(column);
      }
    }
    double[] sigma = new double[sensors];
    for (int s = 0; s < sensors; s++) {
      sigma[s] = Math.max(1e-300, rms(strain[s]));
    }
    double[] loads = new double[axles.size()];
    double[][] covariance = new double[axles.size()][axles.size()];
    RealMatrix inverse = new Array2DRowRealMatrix(axles.size(), axles.size());
    double condition = 1;
    for (int round = 0; round < ROUNDS; round++) {
      Step step = step(strain, columns, sigma, axles, loads, round == ROUNDS - 1);
      loads = step.loads();
      condition = step.condition();
      inverse = step.inverse();
      double alike = 0;
      for (int s = 0; s < sensors; s++) {
        double[] rest = rest(strain[s], columns[s], loads);
        sigma[s] = Math.max(1e-300, rms(rest));
        alike = Math.max(alike, alike(rest));
      }
      for (int i = 0; i < loads.length; i++) {
        for (int j = 0; j < loads.length; j++) {
          covariance[i][j] = inverse.getEntry(i, j) * alike;
        }
      }
    }
    bounce(covariance, inverse, columns, sigma, loads, record, from);
    return new MosesLoads(
        loads,
        covariance,
        condition,
        condition > instrument.tuning().mostCondition(),
        disagreement(strain, columns, loads, sigma));
  }

  @SuppressWarnings("ArrayRecordComponent") // numbers of one calculation
  private record Step(double[] loads, RealMatrix inverse, double condition) {}

  private Step step(
      double[][] strain,
      double[][][] columns,
      double[] sigma,
      List<BridgeAxle> axles,
      double[] before,
      boolean hold) {
    int k = axles.size();
    int n = strain[0].length;
    RealMatrix design = new Array2DRowRealMatrix(n * strain.length, k);
    RealVector right = new ArrayRealVector(n * strain.length);
    for (int s = 0; s < strain.length; s++) {
      for (int r = 0; r < n; r++) {
        right.setEntry(s * n + r, strain[s][r] / sigma[s]);
        for (int a = 0; a < k; a++) {
          design.setEntry(s * n + r, a, columns[s][a][r] / sigma[s]);
        }
      }
    }
    QRDecomposition qr = new QRDecomposition(design);
    RealMatrix r = qr.getR().getSubMatrix(0, k - 1, 0, k - 1);
    RealVector q = qr.getQT().operate(right).getSubVector(0, k);
    double condition = condition(r);
    RealMatrix normal = r.transpose().multiply(r);
    RealVector sum = r.transpose().operate(q);
    if (hold && condition > instrument.tuning().mostCondition()) {
      hold(normal, axles, before);
    }
    SingularValueDecomposition svd = new SingularValueDecomposition(normal);
    RealMatrix inverse = svd.getSolver().getInverse();
    return new Step(inverse.operate(sum).toArray(), inverse, condition);
  }

  /** Of the columns brought to equal length: how hard it is to tell the axles apart. */
  private static double condition(RealMatrix r) {
    RealMatrix equal = r.copy();
    for (int c = 0; c < equal.getColumnDimension(); c++) {
      double norm = equal.getColumnVector(c).getNorm();
      if (norm == 0) {
        return Double.POSITIVE_INFINITY; // the strain says nothing about this axle
      }
      equal.setColumnVector(c, equal.getColumnVector(c).mapDivide(norm));
    }
    return new SingularValueDecomposition(equal).getConditionNumber();
  }

  private void hold(RealMatrix normal, List<BridgeAxle> axles, double[] before) {
    for (int i = 1; i < axles.size(); i++) {
      BridgeAxle one = axles.get(i - 1);
      BridgeAxle other = axles.get(i);
      double spacing = one.speedMps() * (other.originS() - one.originS());
      if (spacing > instrument.tuning().groupSpacingM()) {
        continue;
      }
      double mean = Math.max(1, Math.abs(before[i - 1] + before[i]) / 2);
      double precision = 1 / Math.pow(NEIGHBOURS_SHARE * mean, 2);
      normal.addToEntry(i - 1, i - 1, precision);
      normal.addToEntry(i, i, precision);
      normal.addToEntry(i - 1, i, -precision);
      normal.addToEntry(i, i - 1, -precision);
    }
  }

  /**
   * What bouncing axles do to the loads: each axle's strain, swinging at frequencies of bodies with
   * any phase, is put through the same least squares. It moves load from axle to neighbour more
   * than it changes their sum.
   */
  private void bounce(
      double[][] covariance,
      RealMatrix inverse,
      double[][][] columns,
      double[] sigma,
      double[] loads,
      StrainRecord record,
      int from) {
    double share = instrument.tuning().dynamicShare();
    for (int a = 0; a < loads.length; a++) {
      for (double hz : BODY_HZ) {
        for (double phase : new double[] {0, Math.PI / 2}) {
          double[] moved = new double[loads.length];
          for (int s = 0; s < columns.length; s++) {
            double[] swinging = columns[s][a].clone();
            for (int r = 0; r < swinging.length; r++) {
              double at = record.seconds(from + r) - record.seconds(from);
              swinging[r] *= loads[a] * Math.cos(2 * Math.PI * hz * at + phase);
            }
            swinging = Detrend.of(swinging);
            for (int b = 0; b < loads.length; b++) {
              for (int r = 0; r < swinging.length; r++) {
                moved[b] += columns[s][b][r] * swinging[r] / (sigma[s] * sigma[s]);
              }
            }
          }
          double[] change = inverse.operate(moved);
          for (int i = 0; i < loads.length; i++) {
            for (int j = 0; j < loads.length; j++) {
              covariance[i][j] += share * share * change[i] * change[j] / BODY_HZ.length;
            }
          }
        }
      }
    }
  }

  private static double[] rest(double[] strain, double[][] columns, double[] loads) {
    double[] rest = strain.clone();
    for (int a = 0; a < loads.length; a++) {
      for (int r = 0; r < rest.length; r++) {
        rest[r] -= loads[a] * columns[a][r];
      }
    }
    return rest;
  }

  private static double rms(double[] values) {
    double squares = 0;
    for (double each : values) {
      squares += each * each;
    }
    return Math.sqrt(squares / values.length);
  }

  /** By how much the variance grows because neighbouring rows err alike: (1 + ρ) / (1 − ρ). */
  private static double alike(double[] rest) {
    double squares = 0;
    double products = 0;
    for (int i = 0; i < rest.length; i++) {
      squares += rest[i] * rest[i];
      products += i == 0 ? 0 : rest[i] * rest[i - 1];
    }
    double rho = squares == 0 ? 0 : Math.max(0, products / squares);
    return rho >= 1 ? MOST_ALIKE : Math.min(MOST_ALIKE, (1 + rho) / (1 - rho));
  }

  /** How far the gross of the worst sensor alone is from that of all, as a share. */
  private static double disagreement(
      double[][] strain, double[][][] columns, double[] loads, double[] sigma) {
    double worst = 0;
    for (int s = 0; s < strain.length; s++) {
      double[] fitted = rest(new double[strain[s].length], columns[s], loads);
      double product = 0;
      double squares = 0;
      for (int r = 0; r < fitted.length; r++) {
        product -= fitted[r] * strain[s][r];
        squares += fitted[r] * fitted[r];
      }
      boolean tells = squares > 25 * sigma[s] * sigma[s]; // else noise alone would disagree
      worst = tells ? Math.max(worst, Math.abs(product / squares - 1)) : worst;
    }
    return worst;
  }
}
