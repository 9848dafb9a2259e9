// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

/**
 * How often pictures come. What is a time for people is a number of pictures for a tracker: it
 * needs so many to be sure, whatever the rate, but not more than come while a vehicle is in sight.
 */
public final class Tempo {

  /** The rate at which gains are as they are named. */
  private static final double USUAL_S = 1 / 24.0;

  private static final double PACE = 0.1;
  private static final double LONGEST_S = 1;

  private double everyS = USUAL_S;
  private double lastS = Double.NaN;

  /** A picture came. */
  public void picture(double atS) {
    if (!Double.isNaN(lastS)) {
      double now = Math.max(1e-3, Math.min(LONGEST_S, atS - lastS));
      everyS += PACE * (now - everyS);
    }
    lastS = atS;
  }

  /** From picture to picture. */
  public double everyS() {
    return everyS;
  }

  /** A time as a number of pictures between two bounds. */
  int pictures(double seconds, int least, int most) {
    return (int) Math.max(least, Math.min(most, Math.round(seconds / everyS)));
  }

  /** What follows by this part at 24 pictures a second follows by more when they are fewer. */
  double gain(double usual) {
    return Math.max(usual, 1 - Math.pow(1 - usual, everyS / USUAL_S));
  }
}
