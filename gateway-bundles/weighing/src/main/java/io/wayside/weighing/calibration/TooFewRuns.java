// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.calibration;

/** The runs of a sensor do not suffice for a factor. */
public final class TooFewRuns extends Exception {

  private static final long serialVersionUID = 1L;

  TooFewRuns(String sensor, int runs, int needed) {
    super(
        "sensor "
            + sensor
            + " has "
            + runs
            + " usable runs; at least "
            + needed
            + " are needed, drive more");
  }
}
