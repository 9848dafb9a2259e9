// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.detector;

import io.wayside.core.device.CardWord;
import io.wayside.core.device.DeviceException;
import io.wayside.core.device.Interruption.Cause;
import io.wayside.core.device.RegisterDevice;
import io.wayside.core.device.RegisterDevice.Table;
import io.wayside.core.time.TimeSource;
import io.wayside.driver.detector.card.RegisterWatch;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread of one card: looks, waits, looks again. */
final class RegisterThread implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(RegisterThread.class);
  private static final long JOIN_MS = 1_000;

  private final RegisterDevice registers;
  private final RegisterWatch watch;
  private final long everyNanos;
  private final CardStanding standing;
  private final Consumer<CardWord> listener;
  private final TimeSource time;
  private final LoopFaults faults = new LoopFaults();
  private final Thread thread;
  private final CountDownLatch stop = new CountDownLatch(1);

  RegisterThread(
      String name,
      RegisterDevice registers,
      RegisterWatch watch,
      long everyNanos,
      CardStanding standing,
      Consumer<CardWord> listener,
      TimeSource time) {
    this.registers = registers;
    this.watch = watch;
    this.everyNanos = everyNanos;
    this.standing = standing;
    this.listener = listener;
    this.time = time;
    this.thread = new Thread(this::run, name);
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  private void run() {
    try {
      long next = time.monotonicNanos();
      while (!stop.await(next - time.monotonicNanos(), TimeUnit.NANOSECONDS)) {
        next = Math.max(next + everyNanos, time.monotonicNanos());
        lookOnce();
      }
    } catch (InterruptedException stopped) {
      log.debug("{}: interrupted while waiting", thread.getName());
    } finally {
      standing.down(Cause.STOPPED, "the driver was stopped", time.monotonicNanos());
    }
  }

  private void lookOnce() {
    long now = time.monotonicNanos();
    try {
      List<CardWord> words = watch.look(registers::read, now);
      words.forEach(faults::hear);
      faults.again().forEach(listener); // before it is said how far the card was heard
      words.forEach(listener);
      if (watch.acknowledgeAt().isPresent()) {
        registers.write(Table.HOLDING_REGISTERS, watch.acknowledgeAt().getAsInt(), watch.newest());
      }
      standing.heard(now, 0, faults.toString());
    } catch (DeviceException failure) {
      standing.down(failure, time.monotonicNanos());
    } catch (RuntimeException | Error fault) {
      log.error("{}: fault in the driver; looking again", thread.getName(), fault);
      standing.down(
          Cause.GARBLED, "fault in the driver (" + fault + "); see the log", time.monotonicNanos());
    }
  }

  /** Ends the thread, waiting for it at most a second. */
  @Override
  public void close() {
    stop.countDown();
    thread.interrupt();
    try {
      thread.join(JOIN_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (thread.isAlive()) {
      log.warn("{}: still busy {} ms after the stop; it ends by itself", thread.getName(), JOIN_MS);
    }
  }
}
