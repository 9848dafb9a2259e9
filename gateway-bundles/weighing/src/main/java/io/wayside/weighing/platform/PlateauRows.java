// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.platform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The stretches of a run on which every axle stands wholly on the platform or wholly off it and the
 * platform has settled, averaged to short rows.
 */
final class PlateauRows {

  /**
   * One row.
   *
   * @param atS middle
   * @param shares per axle, 1 on, 0 off
   * @param first first point
   * @param last last point, included
   */
  @SuppressWarnings("ArrayRecordComponent") // numbers of one calculation
  record Row(double atS, double[] shares, int first, int last) {}

  /** Body bounce below 5 Hz is still seen whole; what is faster averages out. */
  private static final double ROW_S = 0.04;

  /** Around a ramp: its length differs with the tyre. */
  private static final double GUARD_S = 0.01;

  /** Rows of 40 ms: an eighth of a second shows a swing of 2 Hz. */
  private static final int FEWEST_ROWS = 3;

  private final List<Row> rows = new ArrayList<>();
  private final double[] visibleS;
  private boolean throughout;

  /**
   * @param axles of one run
   * @param rampS how long each edge takes at least
   * @param settleS after each edge
   * @param longestS longest row
   */
  PlateauRows(
      List<Footing> axles, double rampS, double settleS, double longestS, double dt, int length) {
    this.visibleS = new double[axles.size()];
    double span = Math.min(ROW_S, longestS);
    boolean[] clear = clear(axles, rampS, settleS, dt, length);
    collect(axles, rampS, clear, span, dt, length);
    for (int i = 0; i < visibleS.length; i++) {
      if (visibleS[i] < 2 * span) {
        throughout = true;
      }
    }
    if (throughout) { // nothing better is left: ramps tell something, though not much
      rows.clear();
      boolean[] all = new boolean[length];
      Arrays.fill(all, true);
      collect(axles, rampS, all, span, dt, length);
    }
  }

  List<Row> rows() {
    return rows;
  }

  /** How long the axle stands wholly on the platform, settled, seconds. */
  double visibleS(int axle) {
    return visibleS[axle];
  }

  /** Whether ramps had to be used. */
  boolean usesRamps() {
    return throughout;
  }

  static double[] values(List<Row> rows, double[] signal) {
    double[] values = new double[rows.size()];
    for (int i = 0; i < values.length; i++) {
      Row row = rows.get(i);
      for (int k = row.first(); k <= row.last(); k++) {
        values[i] += signal[k] / (row.last() - row.first() + 1);
      }
    }
    return values;
  }

  /**
   * How far the load of an axle swings while it is on the platform alone: half of the range of the
   * rows, as a share of their mean; zero where it is alone for too short a time to tell.
   */
  double swingShare(int axle, double[] values) {
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    double sum = 0;
    int count = 0;
    for (int r = 0; r < values.length && !throughout; r++) {
      double[] shares = rows.get(r).shares();
      if (shares[axle] == 1 && Arrays.stream(shares).sum() == 1) {
        least = Math.min(least, values[r]);
        most = Math.max(most, values[r]);
        sum += values[r];
        count++;
      }
    }
    return count < FEWEST_ROWS || sum <= 0 ? 0 : (most - least) / 2 * count / sum;
  }

  private void collect(
      List<Footing> axles, double rampS, boolean[] clear, double span, double dt, int length) {
    int from = Math.max(0, (int) Math.ceil((axles.get(0).onS() - rampS) / dt));
    double end = axles.stream().mapToDouble(Footing::offS).max().orElse(0);
    int to = Math.min(length - 1, (int) Math.floor((end + rampS) / dt));
    int most = Math.max(1, (int) Math.round(span / dt));
    for (int i = from; i <= to; i++) {
      if (!clear[i]) {
        continue;
      }
      int last = i;
      while (last + 1 <= to && clear[last + 1] && last - i + 1 < most) {
        last++;
      }
      double at = (i + last) / 2.0 * dt;
      double[] shares = new double[axles.size()];
      double on = 0;
      for (int k = 0; k < shares.length; k++) {
        shares[k] = Peeling.share(axles.get(k), rampS, at);
        on += shares[k];
        if (!throughout && shares[k] == 1) {
          visibleS[k] += (last - i + 1) * dt;
        }
      }
      if (on > 0) {
        rows.add(new Row(at, shares, i, last));
      }
      i = last;
    }
  }

  private static boolean[] clear(
      List<Footing> axles, double rampS, double settleS, double dt, int length) {
    boolean[] clear = new boolean[length];
    Arrays.fill(clear, true);
    for (Footing axle : axles) {
      block(clear, axle.onS(), Math.max(rampS, ramp(axle.onRampS(), rampS)), settleS, dt);
      block(clear, axle.offS(), Math.max(rampS, ramp(axle.offRampS(), rampS)), settleS, dt);
    }
    return clear;
  }

  /** A measured ramp counts up to twice the usual; beyond, something else was measured. */
  private static double ramp(double measuredS, double usualS) {
    return Double.isNaN(measuredS) ? usualS : Math.min(2 * usualS, measuredS);
  }

  private static void block(
      boolean[] clear, double edgeS, double rampS, double settleS, double dt) {
    int from = (int) Math.floor((edgeS - rampS / 2 - GUARD_S) / dt);
    int to = (int) Math.ceil((edgeS + rampS / 2 + GUARD_S + settleS) / dt);
    for (int i = Math.max(0, from); i <= Math.min(clear.length - 1, to); i++) {
      clear[i] = false;
    }
  }
}
