// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.contracts.scripted;

import io.wayside.core.device.Device;
import io.wayside.core.health.Health;
import io.wayside.core.health.Health.Status;
import io.wayside.core.health.HealthSource;

/** A device in memory with a clock of its own, which only the script moves. */
public abstract class ScriptedDevice implements Device, HealthSource {

  private final String deviceId;
  private long nanos = 1_000_000_000L;
  private boolean linkUp = true;
  private Health health;

  protected ScriptedDevice(String deviceId) {
    this.deviceId = deviceId;
    this.health = Health.starting(deviceId + " has said nothing yet", nanos);
  }

  @Override
  public final String deviceId() {
    return deviceId;
  }

  @Override
  public final String healthId() {
    return "device." + deviceId;
  }

  @Override
  public final synchronized Health health() {
    return health;
  }

  /** Now, on the device's clock. */
  public final synchronized long monotonicNanos() {
    return nanos;
  }

  /** Lets time pass. */
  public synchronized void pass(long elapsedNanos) {
    nanos += elapsedNanos;
  }

  /** Cuts the way to the device; no second outage while one lasts. */
  public synchronized void breakLink() {
    if (linkUp) {
      linkUp = false;
      report(
          Status.FAILED, "link-down", "no way to " + deviceId + " in the script; restore its link");
      linkBroke();
    }
  }

  /** Makes the way whole again. */
  public synchronized void restoreLink() {
    if (!linkUp) {
      linkUp = true;
      report(Status.STARTING, "starting", deviceId + " has a link again and has said nothing yet");
    }
  }

  /** What the kind of device does when its link breaks. */
  protected void linkBroke() {}

  protected final synchronized boolean isLinkUp() {
    return linkUp;
  }

  protected final synchronized void report(Status status, String code, String message) {
    health = new Health(status, code, message, nanos);
  }
}
