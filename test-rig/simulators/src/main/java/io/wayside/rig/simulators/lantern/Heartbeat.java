// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.lantern;

/**
 * Over when its key was not written for so long; a time of 0 switches it off. The device that has
 * it locks and says what time it is.
 */
final class Heartbeat {

  static final int KEY = 0x55AA;

  private static final long UNIT_NANOS = 100_000_000L;

  private int units;
  private long keptNanos;

  /** In tenths of a second. */
  void time(int tenths, long nanos) {
    units = tenths;
    keptNanos = nanos;
  }

  int time() {
    return units;
  }

  void keep(int key, long nanos) {
    if (key == KEY) {
      keptNanos = nanos;
    }
  }

  boolean isOver(long nanos) {
    return units > 0 && nanos - keptNanos > units * UNIT_NANOS;
  }
}
