// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.camera;

import io.wayside.core.device.DeviceException;
import io.wayside.core.device.Interruption;
import io.wayside.core.device.Interruption.Cause;
import io.wayside.core.health.Health;
import io.wayside.core.health.Health.Status;
import io.wayside.driver.camera.watch.Trouble;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What became of a camera: interruptions and health. Time is passed in; no threads. */
final class Session {

  private final String deviceId;
  private final Consumer<Interruption> listeners;
  private long heardNanos;
  private boolean told;
  private Health health;

  Session(String deviceId, Consumer<Interruption> listeners, long nowNanos) {
    this.deviceId = deviceId;
    this.listeners = listeners;
    this.heardNanos = nowNanos;
    this.health = Health.starting(deviceId + ": not opened yet", nowNanos);
  }

  void opened(String place, long nowNanos) {
    if (!told) {
      health = Health.starting(deviceId + ": " + place + " is open, no picture yet", nowNanos);
    }
  }

  /** A picture was shown, and this is wrong with what it shows, gravest first. */
  void showed(List<Trouble> troubles, long arrivedNanos) {
    told = false;
    heardNanos = arrivedNanos;
    if (troubles.isEmpty()) {
      say(Health.ok(arrivedNanos));
    } else {
      String message =
          troubles.stream().map(Trouble::message).collect(Collectors.joining("; and "));
      say(
          new Health(
              Status.DEGRADED,
              troubles.get(0).code(),
              "camera " + deviceId + ": " + message,
              arrivedNanos));
    }
  }

  void down(DeviceException why, long nowNanos) {
    Cause cause =
        why instanceof DeviceException.TimedOut
            ? Cause.SILENT
            : why instanceof DeviceException.Garbled ? Cause.GARBLED : Cause.LINK_DOWN;
    down(cause, String.valueOf(why.getMessage()), nowNanos);
  }

  /** One interruption an outage, told by its first cause; health says the cause of now. */
  void down(Cause cause, String what, long nowNanos) {
    String detail = "camera " + deviceId + ": " + what;
    String code = cause.name().toLowerCase(Locale.ROOT).replace('_', '-');
    say(new Health(Status.FAILED, code, detail, nowNanos));
    tell(cause, detail);
  }

  /** There is nothing more to be shown, as was to be expected. */
  void ended(String what, long nowNanos) {
    String detail = "camera " + deviceId + ": " + what;
    say(new Health(Status.DEGRADED, "ended", detail, nowNanos));
    tell(Cause.STOPPED, detail);
  }

  private void tell(Cause cause, String detail) {
    if (!told) {
      told = true;
      listeners.accept(new Interruption(heardNanos, cause, detail));
    }
  }

  private void say(Health now) {
    if (!now.sameAs(health)) {
      health = now;
    }
  }

  Health health() {
    return health;
  }
}
