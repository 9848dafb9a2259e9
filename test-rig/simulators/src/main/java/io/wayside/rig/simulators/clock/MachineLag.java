// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.clock;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * The time a busy machine withholds from whoever wants to run: a thread that naps again and again
 * adds up by how much it was woken too late. A test that measures how long something takes takes
 * that off, so that the bar is held against the thing and not against the machine.
 */
public final class MachineLag implements AutoCloseable {

  private static final long NAP_NANOS = 1_000_000;

  /** So late a machine with nothing else to do may be. */
  private static final long USUAL_NANOS = 1_000_000;

  private final LongSupplier clock;
  private final LongConsumer nap;
  private final AtomicLong late = new AtomicLong();
  private volatile long dueNanos;
  private volatile boolean closed;

  /** What is measured. */
  @FunctionalInterface
  public interface Doing {
    void run() throws Exception;
  }

  MachineLag(LongSupplier clock, LongConsumer nap) {
    this.clock = clock;
    this.nap = nap;
    this.dueNanos = clock.getAsLong() + NAP_NANOS;
  }

  /** How long it takes, less what the machine withheld meanwhile. */
  public static Duration own(Doing doing) throws Exception {
    try (MachineLag lag = new MachineLag(System::nanoTime, LockSupport::parkNanos)) {
      Thread napping = new Thread(lag::live, "machine-lag");
      napping.setDaemon(true);
      napping.start();
      long begin = System.nanoTime();
      doing.run();
      long took = System.nanoTime() - begin;
      return Duration.ofNanos(Math.max(0, took - lag.nanos()));
    }
  }

  private void live() {
    while (!closed) {
      nap();
    }
  }

  void nap() {
    nap.accept(NAP_NANOS);
    long missed = overdue();
    dueNanos = clock.getAsLong() + NAP_NANOS;
    late.addAndGet(missed);
  }

  private long overdue() {
    return Math.max(0, clock.getAsLong() - dueNanos - USUAL_NANOS);
  }

  /** What was withheld so far, the nap that lasts included. */
  long nanos() {
    return late.get() + overdue();
  }

  @Override
  public void close() {
    closed = true;
  }
}
