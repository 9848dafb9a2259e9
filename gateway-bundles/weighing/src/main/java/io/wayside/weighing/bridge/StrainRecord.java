// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.bridge;

import java.util.Arrays;

/**
 * The strain of all sensors around a passage, thinned out. Grows by halves, is cut at the front.
 */
final class StrainRecord {

  private double[] seconds = new double[512];
  private final double[][] strain;
  private int length;

  StrainRecord(int sensors) {
    this.strain = new double[sensors][512];
  }

  void add(double atS, double[] values) {
    if (length == seconds.length) {
      int more = length + length / 2;
      seconds = Arrays.copyOf(seconds, more);
      for (int s = 0; s < strain.length; s++) {
        strain[s] = Arrays.copyOf(strain[s], more);
      }
    }
    seconds[length] = atS;
    for (int s = 0; s < strain.length; s++) {
      strain[s][length] = values[s];
    }
    length++;
  }

  /** Forgets what is older than the time. */
  void forgetBefore(double atS) {
    int from = 0;
    while (from < length && seconds[from] < atS) {
      from++;
    }
    System.arraycopy(seconds, from, seconds, 0, length - from);
    for (double[] each : strain) {
      System.arraycopy(each, from, each, 0, length - from);
    }
    length -= from;
  }

  int length() {
    return length;
  }

  int sensors() {
    return strain.length;
  }

  double seconds(int index) {
    return seconds[index];
  }

  double lastedS() {
    return length == 0 ? 0 : seconds[length - 1] - seconds[0];
  }

  /** First index not before the time. */
  int indexOf(double atS) {
    int found = Arrays.binarySearch(seconds, 0, length, atS);
    return found >= 0 ? found : -found - 1;
  }

  double[] strain(int sensor, int from, int to) {
    return Arrays.copyOfRange(strain[sensor], from, to);
  }
}
