// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

import io.wayside.core.device.DeviceException;
import io.wayside.core.device.Output;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An output that is held as long as the lane's thread lives: its lease is short and renewed by that
 * thread alone, so that a thread that hangs lets go of it.
 */
public final class HeldOutput {

  private static final Logger LOG = LoggerFactory.getLogger(HeldOutput.class);

  private final Output output;
  private final Duration lease;
  private Optional<Boolean> wanted = Optional.empty();
  private String failure = "";

  public HeldOutput(Output output, Duration lease) {
    this.output = output;
    this.lease = lease;
  }

  /** Until something else is wanted. */
  public void want(boolean on) {
    wanted = Optional.of(on);
    renew();
  }

  /** Nothing is wanted any more: it falls to its safe state. */
  public void letGo() {
    wanted = Optional.empty();
    try {
      output.release();
      failure = "";
    } catch (DeviceException lost) {
      failed(lost);
    }
  }

  /** Called well within the lease. */
  public void renew() {
    if (wanted.isEmpty()) {
      return;
    }
    try {
      output.drive(wanted.get(), lease);
      failure = "";
    } catch (DeviceException lost) {
      failed(lost);
    }
  }

  private void failed(DeviceException lost) {
    if (failure.isEmpty()) {
      LOG.warn("output {} does not do what is asked: {}", output.deviceId(), lost.getMessage());
    }
    failure = output.deviceId() + ": " + lost.getMessage();
  }

  /** Why it did not do the last that was asked; empty when it did. */
  public String failure() {
    return failure;
  }

  public boolean safeState() {
    return output.safeState();
  }

  public String deviceId() {
    return output.deviceId();
  }
}
