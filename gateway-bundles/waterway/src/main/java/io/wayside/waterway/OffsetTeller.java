// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway;

import io.wayside.core.device.DeviceException;
import io.wayside.core.water.Lantern;
import io.wayside.waterway.synchrony.SyncRules;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells a lantern with a clock of its own by which offset it flashes: at once when it comes, and
 * now and then in case it was exchanged. One thread calls it; any may ask.
 */
final class OffsetTeller {

  private static final long AGAIN_NANOS = Duration.ofMinutes(1).toNanos();
  private static final long REPEAT_NANOS = Duration.ofMinutes(10).toNanos();

  private final Optional<SyncRules> rules;
  private @Nullable Lantern told;
  private long dueNanos;
  private volatile Optional<String> untold = Optional.empty();

  OffsetTeller(Optional<SyncRules> rules) {
    this.rules = rules;
  }

  void turn(Optional<Lantern> lantern, long nowNanos) {
    if (rules.isEmpty() || lantern.isEmpty()) {
      return;
    }
    Lantern now = lantern.get();
    if (now.equals(told) && nowNanos - dueNanos < 0) {
      return;
    }
    told = now;
    try {
      if (now.keepsStep()) {
        var unused = now.keepStep(rules.get().offsetMs(), rules.get().rhythm().periodMs());
      }
      untold = Optional.empty();
      dueNanos = nowNanos + REPEAT_NANOS;
    } catch (DeviceException failed) {
      failed(String.valueOf(failed.getMessage()), nowNanos);
    } catch (RuntimeException fault) {
      failed("the driver has a fault in itself: " + fault, nowNanos);
    }
  }

  private void failed(String why, long nowNanos) {
    untold = Optional.of(why);
    dueNanos = nowNanos + AGAIN_NANOS;
  }

  /** Why it was not told; empty when it was, or is set up by hand. */
  Optional<String> untold() {
    return untold;
  }
}
