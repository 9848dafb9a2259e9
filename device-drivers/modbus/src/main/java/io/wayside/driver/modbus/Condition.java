// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.modbus;

import io.wayside.core.device.DeviceException;
import io.wayside.core.health.Health;
import io.wayside.core.health.Health.Status;
import io.wayside.core.time.TimeSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a device is: what its line says, else what became of the last request. */
final class Condition {

  private final String place;
  private final TimeSource time;
  private Health asked;
  private @Nullable Health linkDown;
  private @Nullable Health unwatched;

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
            Trouble.of(why).code(),
            String.valueOf(why.getMessage()),
            time.monotonicNanos());
    asked = now.sameAs(asked) ? asked : now;
  }

  /**
   * How it is now.
   *
   * @param unwatched why its watchdog is not armed, where it should be
   */
  synchronized Health health(boolean open, @Nullable String whyDown, Optional<String> unwatched) {
    if (open || whyDown == null) {
      linkDown = null;
      return asked.status() == Status.OK ? unwatched.map(this::unwatched).orElse(asked) : asked;
    }
    Health now =
        new Health(Status.FAILED, "link-down", place + ": " + whyDown, time.monotonicNanos());
    if (linkDown == null || !now.sameAs(linkDown)) {
      linkDown = now;
    }
    return linkDown;
  }

  private Health unwatched(String words) {
    Health now =
        new Health(
            Status.DEGRADED,
            "watchdog-not-armed",
            place + ": " + words + "; its outputs stay safe",
            time.monotonicNanos());
    Health before = unwatched;
    unwatched = before != null && now.sameAs(before) ? before : now;
    return unwatched;
  }
}
