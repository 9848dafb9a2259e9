// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.toll.road;

/** A barrier's arm: 0 lies across the lane, 1 is up. */
public final class Arm {

  private static final double LIMIT = 0.02;

  private final double opensS;
  private final double closesS;
  private double position;
  private boolean raised;
  private boolean byHand;
  private boolean stuck;

  /** An arm that lies across the lane. */
  public Arm(double opensS, double closesS) {
    this.opensS = opensS;
    this.closesS = closesS;
  }

  /** What it is told; it goes there as fast as it can. */
  public void command(boolean up) {
    raised = up;
  }

  /** Somebody holds it up with a crank, or lets go. */
  public void hand(boolean up) {
    byHand = up;
  }

  /** Its motor does nothing. */
  public void stuck(boolean now) {
    stuck = now;
  }

  public double position() {
    return position;
  }

  public boolean commandedUp() {
    return raised;
  }

  public boolean closing() {
    return !byHand && !raised && !stuck && position > 0;
  }

  /** The upper limit contact. */
  public boolean atTop() {
    return position >= 1 - LIMIT;
  }

  /** The lower limit contact. */
  public boolean atBottom() {
    return position <= LIMIT;
  }

  /** Lets time pass; on what is below it, it does not go further down. */
  public void step(double seconds, boolean rests) {
    if (byHand || (raised && !stuck)) {
      position = Math.min(1, position + seconds / opensS);
    } else if (!stuck && !rests) {
      position = Math.max(0, position - seconds / closesS);
    }
  }
}
