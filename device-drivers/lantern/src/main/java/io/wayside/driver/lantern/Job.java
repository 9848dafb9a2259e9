// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.lantern;

import io.wayside.core.device.DeviceException;
import io.wayside.core.device.DeviceException.TimedOut;
import io.wayside.core.water.Lantern.Answer;
import io.wayside.core.water.LanternOrder;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * An order on its way from who gives it to the lantern's thread, and its answer on the way back.
 */
final class Job {

  private final LanternOrder order;
  private final long untilNanos;
  private final CompletableFuture<Answer> done = new CompletableFuture<>();
  private final AtomicBoolean taken = new AtomicBoolean();

  /**
   * A job.
   *
   * @param untilNanos when its lease ends, counted from when it was given
   */
  Job(LanternOrder order, long untilNanos) {
    this.order = order;
    this.untilNanos = untilNanos;
  }

  LanternOrder order() {
    return order;
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
