// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.platform;

import java.util.Arrays;

/**
 * The signal around vehicles on the platform, and a little of the quiet before. Grows by halves.
 */
final class Passage {

  private double[] seconds = new double[1024];
  private double[] total = new double[1024];
  private double[] left = new double[1024];
  private double[] rear = new double[1024];
  private int length;

  void add(LoadPoint point) {
    if (length == seconds.length) {
      int more = length + length / 2;
      seconds = Arrays.copyOf(seconds, more);
      total = Arrays.copyOf(total, more);
      left = Arrays.copyOf(left, more);
      rear = Arrays.copyOf(rear, more);
    }
    seconds[length] = point.seconds();
    total[length] = point.totalN();
    left[length] = point.leftN();
    rear[length] = point.rearN();
    length++;
  }

  /** Keeps what is not older than {@code seconds} before the last point. */
  void keepLast(double span) {
    if (length == 0) {
      return;
    }
    int from = 0;
    while (seconds[length - 1] - seconds[from] > span) {
      from++;
    }
    for (double[] each : new double[][] {seconds, total, left, rear}) {
      System.arraycopy(each, from, each, 0, length - from);
    }
    length -= from;
  }

  void clear() {
    length = 0;
  }

  int length() {
    return length;
  }

  double lastedS() {
    return length == 0 ? 0 : seconds[length - 1] - seconds[0];
  }

  double firstS() {
    return seconds[0];
  }

  double intervalS() {
    return length < 2 ? 0 : lastedS() / (length - 1);
  }

  double[] total(double zero) {
    return minus(total, zero);
  }

  double[] left(double zero) {
    return minus(left, zero);
  }

  double[] rear(double zero) {
    return minus(rear, zero);
  }

  private double[] minus(double[] values, double zero) {
    double[] net = new double[length];
    for (int i = 0; i < length; i++) {
      net[i] = values[i] - zero;
    }
    return net;
  }
}
