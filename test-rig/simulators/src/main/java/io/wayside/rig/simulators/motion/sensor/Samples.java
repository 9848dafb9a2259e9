// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.motion.sensor;

/**
 * The samples asked for: where they stand in the stream and at which times the converter really
 * took them.
 */
public final class Samples {
  private final long first;
  private final double[] timesS;
  private final double rateHz;

  /** The samples from {@code first} on; their true times must rise. */
  public Samples(long first, double rateHz, double[] timesS) {
    this.first = first;
    this.rateHz = rateHz;
    this.timesS = timesS;
  }

  /** Number of the first sample in the stream. */
  public long first() {
    return first;
  }

  /** How many there are. */
  public int count() {
    return timesS.length;
  }

  /** When a sample was really taken. */
  public double timeS(int index) {
    return timesS[index];
  }

  /** The first index whose nominal time is not before the given one, within the bounds. */
  public int at(double timeS) {
    double index = Math.ceil(timeS * rateHz) - first;
    return (int) Math.max(0, Math.min(timesS.length, index));
  }
}
