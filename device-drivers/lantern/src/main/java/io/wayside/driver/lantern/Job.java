// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.lantern;

import io.wayside.core.device.DeviceException;
import io.wayside.core.device.DeviceException.TimedOut;
import io.wayside.core.water.Lantern.Answer;
import io.wayside.core.water.LanternOrder;
import io.wayside.driver.lantern.map.Step;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * An order on its way from who gives it to the lantern's thread, and its answer on the way back.
 */
final class Job {

  private final Optional<LanternOrder> order;
  private final List<Step> settings;
  private final long untilNanos;
  private final CompletableFuture<Answer> done = new CompletableFuture<>();
  private final AtomicBoolean taken = new AtomicBoolean();

  /**
   * A job.
   *
   * @param untilNanos when its lease ends, counted from when it was given
   */
  Job(LanternOrder order, long untilNanos) {
    this(Optional.of(order), List.of(), untilNanos);
  }

  /** A setting, which changes nothing of what it is ordered to do. */
  static Job setting(Step step) {
    return new Job(Optional.empty(), List.of(step), 0);
  }

  private Job(Optional<LanternOrder> order, List<Step> settings, long untilNanos) {
    this.order = order;
    this.settings = settings;
    this.untilNanos = untilNanos;
  }

  boolean isSetting() {
    return order.isEmpty();
  }

  LanternOrder order() {
    return order.orElseThrow();
  }

  List<Step> settings() {
    return settings;
  }

  long untilNanos() {
    return untilNanos;
  }

  /** The thread begins with it, unless who gave it has gone. */
  boolean begin() {
    return taken.compareAndSet(false, true);
  }

  void answer(Answer answer) {
    done.complete(answer);
  }

  void fail(DeviceException why) {
    done.completeExceptionally(why);
  }

  /**
   * Waits for the answer.
   *
   * @param beginsWithinNanos for how long; what has not begun then never will, and what has begun
   *     is waited for
   */
  Answer await(String deviceId, long beginsWithinNanos) throws DeviceException {
    try {
      try {
        return done.get(beginsWithinNanos, TimeUnit.NANOSECONDS);
      } catch (TimeoutException late) {
        if (begin()) {
          throw new TimedOut(
              deviceId
                  + ": it was busy with other orders for too long and was told nothing; repeat");
        }
        return done.get();
      }
    } catch (ExecutionException told) {
      if (told.getCause() instanceof DeviceException why) {
        throw why;
      }
      throw new IllegalStateException(told);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new TimedOut(deviceId + ": the gateway stops; whether the lantern acted is unknown");
    }
  }
}
