// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator;

import io.wayside.core.device.DeviceException;
import io.wayside.core.device.Interruption.Cause;
import io.wayside.core.device.RegisterDevice;
import io.wayside.core.device.RegisterDevice.Table;
import io.wayside.core.time.TimeSource;
import io.wayside.driver.indicator.registers.RegisterMap;
import io.wayside.driver.indicator.session.PolledSession;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread of one register scale: reads, waits, reads again. */
final class RegisterReader implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(RegisterReader.class);

  private static final long JOIN_MS = 1_000;

  private final RegisterDevice registers;
  private final Table table;
  private final RegisterMap map;
  private final long everyNanos;
  private final TimeSource time;
  private final PolledSession session;
  private final Thread thread;
  private final CountDownLatch stop = new CountDownLatch(1);

  RegisterReader(
      String name,
      RegisterDevice registers,
      Table table,
      RegisterMap map,
      long everyNanos,
      TimeSource time,
      PolledSession session) {
    this.registers = registers;
    this.table = table;
    this.map = map;
    this.everyNanos = everyNanos;
    this.time = time;
    this.session = session;
    this.thread = new Thread(this::run, name);
    this.thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  private void run() {
    try {
      long next = time.monotonicNanos();
      while (!stop.await(next - time.monotonicNanos(), TimeUnit.NANOSECONDS)) {
        next = Math.max(next + everyNanos, time.monotonicNanos());
        readOnce();
      }
    } catch (InterruptedException stopped) {
      log.debug("{}: interrupted while waiting", thread.getName());
    } finally {
      session.stopped(time.monotonicNanos());
    }
  }

  private void readOnce() {
    try {
      int[] cells = registers.read(table, map.first(), map.count());
      session.answered(map.read(cells), hex(cells), time.monotonicNanos());
    } catch (DeviceException failure) {
      session.failed(causeOf(failure), String.valueOf(failure.getMessage()), time.monotonicNanos());
    } catch (RuntimeException fault) {
      log.error("{}: fault in the driver; reading again", thread.getName(), fault);
      session.failed(
          Cause.GARBLED, "fault in the driver (" + fault + "); see the log", time.monotonicNanos());
    }
  }

  private static Cause causeOf(DeviceException failure) {
    if (failure instanceof DeviceException.LinkDown) {
      return Cause.LINK_DOWN;
    }
    return failure instanceof DeviceException.TimedOut ? Cause.SILENT : Cause.GARBLED;
  }

  private static String hex(int[] cells) {
    StringBuilder hex = new StringBuilder();
    for (int cell : cells) {
      hex.append(String.format("%04x", cell & 0xFFFF));
    }
    return hex.toString();
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
