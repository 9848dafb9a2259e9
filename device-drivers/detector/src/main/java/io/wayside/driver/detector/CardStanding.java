// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.detector;

import io.wayside.core.device.DeviceException;
import io.wayside.core.device.Interruption;
import io.wayside.core.device.Interruption.Cause;
import io.wayside.core.health.Health;
import io.wayside.core.health.Health.Status;
import java.util.Locale;
import java.util.function.Consumer;

/** What became of a card: interruptions and health. Time is passed in; no threads. */
final class CardStanding {

  private static final int MANY_GARBLED = 3;

  private final String deviceId;
  private final Consumer<Interruption> listeners;
  private long heardNanos;
  private boolean told;
  private volatile Health health;

  CardStanding(String deviceId, Consumer<Interruption> listeners, long nowNanos) {
    this.deviceId = deviceId;
    this.listeners = listeners;
    this.heardNanos = nowNanos;
    this.health = Health.starting(deviceId + ": not heard yet", nowNanos);
  }

  /**
   * It is heard.
   *
   * @param garbledInARow lines that could not be read, one after the other
   * @param faulty what the card says of its loops; empty: nothing
   */
  void heard(long nowNanos, int garbledInARow, String faulty) {
    told = false;
    heardNanos = nowNanos;
    if (garbledInARow >= MANY_GARBLED) {
      degraded(
          "lines-garbled",
          garbledInARow
              + " lines in a row could not be read; check the line's speed and the profile",
          nowNanos);
    } else if (!faulty.isEmpty()) {
      degraded("loop-fault", "says " + faulty + "; look at the loop and its feeder", nowNanos);
    } else {
      say(Health.ok(nowNanos));
    }
  }

  private void degraded(String code, String what, long nowNanos) {
    say(new Health(Status.DEGRADED, code, "card " + deviceId + ": " + what, nowNanos));
  }

  void down(DeviceException why, long nowNanos) {
    Cause cause =
        why instanceof DeviceException.LinkDown
            ? Cause.LINK_DOWN
            : why instanceof DeviceException.TimedOut ? Cause.SILENT : Cause.GARBLED;
    down(cause, String.valueOf(why.getMessage()), nowNanos);
  }

  /** One interruption an outage, told by its first cause; health says the cause of now. */
  void down(Cause cause, String what, long nowNanos) {
    String detail = "card " + deviceId + ": " + what;
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
