// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.anpr.event;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whether a camera's clock goes with the gateway's. One event that was late says nothing. */
public final class ClockWatch {

  private static final int IN_A_ROW = 3;

  private final Duration most;
  private int off;
  private Duration last = Duration.ZERO;

  /**
   * @param most what is still right, either way
   */
  public ClockWatch(Duration most) {
    this.most = most;
  }

  public void heard(Instant camera, Instant gateway) {
    last = Duration.between(gateway, camera);
    off = last.abs().compareTo(most) > 0 ? Math.min(IN_A_ROW, off + 1) : 0;
  }

  /** By how much the camera's clock is ahead, when it is wrong. */
  public Optional<Duration> offset() {
    return off >= IN_A_ROW ? Optional.of(last) : Optional.empty();
  }
}
