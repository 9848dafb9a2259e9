// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.anpr;

import io.wayside.core.device.DeviceException;
import io.wayside.core.device.Interruption;
import io.wayside.core.device.Interruption.Cause;
import io.wayside.core.health.Health;
import io.wayside.core.health.Health.Status;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** What became of a plate camera: interruptions and health. Time is passed in; no threads. */
final class Standing {

  private final String deviceId;
  private final Consumer<Interruption> listeners;
  private long heardNanos;
  private boolean told;
  private Health health;

  Standing(String deviceId, Consumer<Interruption> listeners, long nowNanos) {
    this.deviceId = deviceId;
    this.listeners = listeners;
    this.heardNanos = nowNanos;
    this.health = Health.starting(deviceId + ": not opened yet", nowNanos);
  }

  /** Something came, if only a heartbeat. */
  void heard(long nowNanos, Optional<Duration> clockOff, int garbled) {
    told = false;
    heardNanos = nowNanos;
    if (garbled > 0) {
      degraded(
          "events-garbled",
          garbled + " events in a row could not be read; check make and firmware of the camera",
          nowNanos);
    } else if (clockOff.isPresent()) {
      degraded(
          "clock-off",
          "its clock is "
              + clockOff.get().abs().toSeconds()
              + " s "
              + (clockOff.get().isNegative() ? "behind" : "ahead of")
              + " the gateway's; have it follow the same NTP server",
          nowNanos);
    } else {
      say(Health.ok(nowNanos));
    }
  }

  private void degraded(String code, String what, long nowNanos) {
    say(new Health(Status.DEGRADED, code, "camera " + deviceId + ": " + what, nowNanos));
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
