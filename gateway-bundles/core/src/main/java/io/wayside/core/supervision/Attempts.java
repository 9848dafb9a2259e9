// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.supervision;

import io.wayside.core.device.Backoff;
import io.wayside.core.device.DeviceException;
import io.wayside.core.health.Health;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One attempt after the other at a device, from the start to the stop. What throws ends an attempt
 * and never the sequence, be it a driver, a listener or the report of a fault. Neither a thread nor
 * a clock: whoever runs it says how one waits.
 */
final class Attempts {

  /** How one waits between two attempts. */
  @FunctionalInterface
  interface Pause {
    /** Waits so long, or until the stop. */
    void await(long ms) throws InterruptedException;
  }

  private final KeptOpen device;
  private final Backoff backoff;
  private final Pause pause;
  private final Consumer<Health> board;
  private final BiConsumer<String, Throwable> log;

  /**
   * Nothing is tried yet.
   *
   * @param board hears of the device's health, changed or not
   * @param log hears of faults of the software
   */
  Attempts(
      KeptOpen device,
      Backoff backoff,
      Pause pause,
      Consumer<Health> board,
      BiConsumer<String, Throwable> log) {
    this.device = device;
    this.backoff = backoff;
    this.pause = pause;
    this.board = board;
    this.log = log;
  }

  /** Returns after the stop. */
  void run(Hold hold) {
    while (!hold.isStopping()) {
      Throwable fault = once(hold);
      if (fault != null) {
        log.accept("fault in the driver; opening again", fault);
        tell(() -> device.faulty("fault in the driver (" + fault + "); see the log"));
      }
      rest(hold);
    }
    tell(device::stopped);
  }

  private @Nullable Throwable once(Hold hold) {
    try {
      device.work(hold);
    } catch (DeviceException why) {
      return hold.isStopping() ? null : told(() -> device.broke(why));
    } catch (InterruptedException ended) {
      // A stop is asked for by other means; an interrupt ends the attempt.
      return null;
    } catch (RuntimeException | Error fault) {
      return fault;
    }
    return null;
  }

  private void rest(Hold hold) {
    publish();
    if (hold.isStopping()) {
      return;
    }
    try {
      pause.await(backoff.nextMs());
    } catch (InterruptedException stray) {
      // Whoever interrupts without a stop gets an attempt at once, and no end.
      log.accept("interrupted in a pause, without a stop", stray);
    }
  }

  private void tell(Runnable what) {
    Throwable fault = told(what);
    if (fault != null) {
      log.accept("fault in the driver while it told of an end", fault);
    }
    publish();
  }

  private void publish() {
    Throwable fault = told(() -> board.accept(device.health()));
    if (fault != null) {
      log.accept("fault in the driver while it told its health", fault);
    }
  }

  private static @Nullable Throwable told(Runnable what) {
    try {
      what.run();
      return null;
    } catch (RuntimeException | Error fault) {
      return fault;
    }
  }
}
