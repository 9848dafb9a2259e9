// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.platform;

import java.util.Arrays;

/**
 * The load on the platform, point by point, zero taken away.
 *
 * @param total all cells
 * @param rear cells at the rear; empty where cells tell no ends
 * @param dt from point to point, seconds
 */
@SuppressWarnings("ArrayRecordComponent") // numbers of one calculation; nobody compares them
record LoadSignal(double[] total, double[] rear, double dt) {

  LoadSignal part(int from, int to) {
    return new LoadSignal(
        Arrays.copyOfRange(total, from, to),
        rear.length == 0 ? rear : Arrays.copyOfRange(rear, from, to),
        dt);
  }

  /** Means of so many points each. */
  LoadSignal thinned(int by) {
    return new LoadSignal(thinned(total, by), thinned(rear, by), dt * by);
  }

  private static double[] thinned(double[] signal, int by) {
    double[] thin = new double[signal.length / by];
    for (int i = 0; i < thin.length; i++) {
      for (int k = 0; k < by; k++) {
        thin[i] += signal[i * by + k] / by;
      }
    }
    return thin;
  }
}
