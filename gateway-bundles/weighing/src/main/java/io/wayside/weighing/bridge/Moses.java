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

  // Weight of the swinging that the document expects against that of this passage, which shows a
  // few swings of a few axles.
  private static final double PRIOR_FREEDOM = 4;
  private static final double FREEDOM = 8;
  private static final double MOST_SCALE = 25;
  // Of what is left unexplained, in power: most is axle hop, the span's own vibration and the shape
  // of the influence lines, which hardly move loads.
  private static final double SWINGING_SHARE = 0.18;

  private static final int ROUNDS = 3;

  /** Bodies of lorries swing at the first three and between, axles hop at the last. */
  private static final double[] BODY_HZ = {1.3, 2.0, 3.0, 10};

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
    boolean[] held = new boolean[axles.size()];
    groups(axles, (first, end) -> hold(held, columns, first, end));
    for (int round = 0; round < ROUNDS; round++) {
      Step step =
          step(
              strain,
              columns,
              sigma,
              loads,
              round == ROUNDS - 1 ? held : new boolean[axles.size()]);
      loads = step.loads();
      inverse = step.inverse();
      for (int s = 0; s < sensors; s++) {
        sigma[s] = Math.max(1e-300, rms(rest(strain[s], columns[s], loads)));
      }
    }
    for (int i = 0; i < loads.length; i++) {
      for (int j = 0; j < loads.length; j++) {
        covariance[i][j] = inverse.getEntry(i, j);
      }
    }
    bounce(covariance, inverse, columns, sigma, loads, record, from);
    return new MosesLoads(loads, covariance, held, disagreement(strain, columns, loads, sigma));
  }

  @SuppressWarnings("ArrayRecordComponent") // numbers of one calculation
  private record Step(double[] loads, RealMatrix inverse) {}

  private Step step(
      double[][] strain, double[][][] columns, double[] sigma, double[] before, boolean[] held) {
    int k = before.length;
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
    RealMatrix normal = r.transpose().multiply(r);
    RealVector sum = r.transpose().operate(q);
    hold(normal, held, before);
    SingularValueDecomposition svd = new SingularValueDecomposition(normal);
    RealMatrix inverse = svd.getSolver().getInverse();
    return new Step(inverse.operate(sum).toArray(), inverse);
  }

  private interface Group {
    void of(int first, int end);
  }

  /** Neighbours closer than the spacing of a group, those of two axles and more. */
  private void groups(List<BridgeAxle> axles, Group group) {
    int first = 0;
    for (int i = 1; i <= axles.size(); i++) {
      if (i == axles.size()
          || BridgeVehicle.spacingM(axles.get(i - 1), axles.get(i))
              > instrument.tuning().groupSpacingM()) {
        if (i - first > 1) {
          group.of(first, i);
        }
        first = i;
      }
    }
  }

  /** The axles of a group whose columns are too much alike are to be held together. */
  private void hold(boolean[] held, double[][][] columns, int first, int end) {
    RealMatrix alike = new Array2DRowRealMatrix(end - first, end - first);
    for (int i = first; i < end; i++) {
      for (int j = first; j < end; j++) {
        double product = 0;
        double one = 0;
        double other = 0;
        for (double[][] sensor : columns) {
          product += dot(sensor[i], sensor[j]);
          one += dot(sensor[i], sensor[i]);
          other += dot(sensor[j], sensor[j]);
        }
        alike.setEntry(i - first, j - first, product / Math.max(1e-300, Math.sqrt(one * other)));
      }
    }
    // Of the normal matrix it is the square of that of the columns.
    double condition = Math.sqrt(new SingularValueDecomposition(alike).getConditionNumber());
    for (int i = first; i < end; i++) {
      held[i] = !(condition <= instrument.tuning().mostCondition());
    }
  }

  private void hold(RealMatrix normal, boolean[] held, double[] before) {
    for (int i = 1; i < before.length; i++) {
      if (!held[i - 1] || !held[i]) {
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
   * than it changes their sum. What the least squares could not explain tells how much this vehicle
   * swung: what is expected of the swinging must leave as much.
   */
  private void bounce(
      double[][] covariance,
      RealMatrix inverse,
      double[][][] columns,
      double[] sigma,
      double[] loads,
      StrainRecord record,
      int from) {
    int k = loads.length;
    double[][] moves = new double[k][k];
    double left = 0;
    double rows = 0;
    for (int s = 0; s < columns.length; s++) {
      rows += columns[s][0].length;
    }
    for (int a = 0; a < k; a++) {
      for (double hz : BODY_HZ) {
        for (double phase : new double[] {0, Math.PI / 2}) {
          double[][] swinging = new double[columns.length][];
          double[] moved = new double[k];
          for (int s = 0; s < columns.length; s++) {
            swinging[s] = swinging(columns[s][a], loads[a], hz, phase, record, from);
            for (int b = 0; b < k; b++) {
              moved[b] += dot(columns[s][b], swinging[s]) / (sigma[s] * sigma[s]);
            }
          }
          double[] change = inverse.operate(moved);
          for (int s = 0; s < columns.length; s++) {
            double[] unexplained = rest(swinging[s], columns[s], change);
            left += dot(unexplained, unexplained) / (sigma[s] * sigma[s]);
          }
          for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
              moves[i][j] += change[i] * change[j];
            }
          }
        }
      }
    }
    double share = instrument.tuning().dynamicShare();
    double square = share * share / (BODY_HZ.length - 1); // hop comes on top of the bodies
    double seen = SWINGING_SHARE * rows / Math.max(1e-9, left * square);
    // A calm passage shows that little was left, not that nothing swung in step with the load.
    double scale = Math.max(1, (PRIOR_FREEDOM + FREEDOM * seen) / (PRIOR_FREEDOM + FREEDOM));
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        covariance[i][j] += square * Math.min(MOST_SCALE, scale) * moves[i][j];
      }
    }
  }

  private static double[] swinging(
      double[] column, double load, double hz, double phase, StrainRecord record, int from) {
    double[] swinging = column.clone();
    for (int r = 0; r < swinging.length; r++) {
      double at = record.seconds(from + r) - record.seconds(from);
      swinging[r] *= load * Math.cos(2 * Math.PI * hz * at + phase);
    }
    return Detrend.of(swinging);
  }

  private static double dot(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
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
