// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.contracts.scripted;

import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.core.device.Output;
import io.wayside.core.health.Health.Status;
import java.time.Duration;

/** An output with a relay in memory; leases end as the script lets time pass. */
public final class ScriptedOutput extends ScriptedDevice implements Output {

  private final boolean safeState;
  private boolean on;
  private long leaseEndsNanos;

  public ScriptedOutput(String deviceId, boolean safeState) {
    super(deviceId);
    this.safeState = safeState;
    this.on = safeState;
    report(Status.OK, "ok", "in order");
  }

  /** Whether what it switches is on now. */
  public synchronized boolean isOn() {
    return on;
  }

  @Override
  public synchronized void drive(boolean wanted, Duration lease) throws LinkDown {
    requireLink();
    on = wanted;
    leaseEndsNanos = monotonicNanos() + lease.toNanos();
  }

  @Override
  public synchronized void release() throws LinkDown {
    requireLink();
    on = safeState;
  }

  @Override
  public boolean safeState() {
    return safeState;
  }

  @Override
  public synchronized void pass(long elapsedNanos) {
    super.pass(elapsedNanos);
    if (monotonicNanos() - leaseEndsNanos >= 0) {
      on = safeState;
    }
  }

  /** The gateway stops. */
  public synchronized void stop() {
    on = safeState;
  }

  @Override
  protected void linkBroke() {
    on = safeState;
  }

  private void requireLink() throws LinkDown {
    if (!isLinkUp()) {
      throw new LinkDown("no way to " + deviceId() + " in the script; restore its link");
    }
    report(Status.OK, "ok", "in order");
  }
}
