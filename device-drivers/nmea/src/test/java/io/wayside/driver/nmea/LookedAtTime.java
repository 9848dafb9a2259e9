// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea;

/**
 * Simulated time that moves only while nobody speaks, and only as far as the driver has looked at
 * it: neither a busy machine nor a busy driver can make it jump. So silence is told by the wire,
 * not by the machine.
 */
final class LookedAtTime {

  private static final long STEP_NANOS = 1_800_000_000_000L;
  private static final long LOOK_NANOS = 1_000;

  private long nanos = STEP_NANOS;
  private boolean looked;
  private boolean running;

  /** As the driver sees it; a little later at each look. */
  synchronized long nanos() {
    looked = true;
    nanos += LOOK_NANOS;
    return nanos;
  }

  /** As the suite sees it. */
  synchronized long now() {
    return nanos;
  }

  synchronized void run(boolean on) {
    running = on;
  }

  synchronized void letPass() {
    if (running && looked) {
      looked = false;
      nanos += STEP_NANOS;
    }
  }
}
