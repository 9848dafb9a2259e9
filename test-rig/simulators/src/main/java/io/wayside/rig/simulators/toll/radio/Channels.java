// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.toll.radio;

import java.util.SplittableRandom;

/** The channels of a reader: 920.25 to 922.75 MHz, another one at random after 400 ms. */
public final class Channels {

  public static final int COUNT = 6;

  private static final double FIRST_HZ = 920.25e6;
  private static final double STEP_HZ = 0.5e6;
  private static final long DWELL_NANOS = 400_000_000L;

  private final SplittableRandom random;
  private int index = 1;
  private long untilNanos;

  public Channels(SplittableRandom random) {
    this.random = random;
  }

  /** The channel at a time, from 1; times never go back. */
  public int at(long nanos) {
    if (nanos >= untilNanos) {
      index = 1 + random.nextInt(COUNT);
      untilNanos = nanos + DWELL_NANOS;
    }
    return index;
  }

  public static double hz(int index) {
    return FIRST_HZ + (index - 1) * STEP_HZ;
  }
}
