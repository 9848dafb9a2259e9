// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.scene.traffic;

/** The middle of what a vehicle covers of the road passes a line. */
public final class Crossing {

  private final Mover mover;
  private final CountLine line;
  private final double timeS;
  private final double speedMps;
  private final double enterS;
  private double leaveS = Double.NaN;

  Crossing(Mover mover, CountLine line, double timeS, double speedMps, double enterS) {
    this.mover = mover;
    this.line = line;
    this.timeS = timeS;
    this.speedMps = speedMps;
    this.enterS = enterS;
  }

  public Mover mover() {
    return mover;
  }

  public CountLine line() {
    return line;
  }

  public double timeS() {
    return timeS;
  }

  /** At that time. */
  public double speedMps() {
    return speedMps;
  }

  /** When its front reached the line. */
  public double enterS() {
    return enterS;
  }

  /** When its rear left the line; not a number while it has not. */
  public double leaveS() {
    return leaveS;
  }

  void left(double timeS) {
    leaveS = timeS;
  }
}
