// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.modbus;

import io.wayside.core.device.DeviceException;
import io.wayside.core.health.Health;
import io.wayside.core.health.Health.Status;
import io.wayside.core.time.TimeSource;
import org.jspecify.annotations.Nullable;

/** How a device is: what its line says, else what became of the last request. */
final class Condition {

  private final String place;
  private final TimeSource time;
  private Health asked;
  private @Nullable Health linkDown;

  Condition(String place, TimeSource time) {
    this.place = place;
    this.time = time;
    this.asked = Health.starting(place + ": nobody asked it yet", time.monotonicNanos());
  }

  synchronized void well() {
    if (asked.status() != Status.OK) {
      asked = Health.ok(time.monotonicNanos());
    }
  }

  synchronized void failed(DeviceException why) {
    Health now =
        new Health(
            why instanceof DeviceException.Refused ? Status.DEGRADED : Status.FAILED,
            code(why),
            String.valueOf(why.getMessage()),
            time.monotonicNanos());
    asked = now.sameAs(asked) ? asked : now;
  }

  private static String code(DeviceException why) {
    if (why instanceof DeviceException.Refused) {
      return "refused";
    }
    if (why instanceof DeviceException.Garbled) {
      return "garbled";
    }
    return why instanceof DeviceException.TimedOut ? "silent" : "link-down";
  }

  synchronized Health health(boolean open, @Nullable String whyDown) {
    if (open || whyDown == null) {
      linkDown = null;
      return asked;
    }
    Health now =
        new Health(Status.FAILED, "link-down", place + ": " + whyDown, time.monotonicNanos());
    if (linkDown == null || !now.sameAs(linkDown)) {
      linkDown = now;
    }
    return linkDown;
  }
}
