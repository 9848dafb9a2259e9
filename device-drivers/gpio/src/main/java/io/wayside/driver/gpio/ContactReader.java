// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.gpio;

import io.wayside.core.device.Backoff;
import io.wayside.core.device.ContactTeller;
import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.core.device.Interruption.Cause;
import io.wayside.core.health.Health;
import io.wayside.core.health.Health.Status;
import io.wayside.core.time.TimeSource;
import io.wayside.driver.gpio.lines.Bias;
import io.wayside.driver.gpio.lines.Edge;
import io.wayside.driver.gpio.lines.InputLine;
import io.wayside.driver.gpio.lines.Lines;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread of one contact: opens its line, hears edges, and opens it again when it failed. */
final class ContactReader implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(ContactReader.class);

  private static final long WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
  private static final long JOIN_MS = 1_000;

  private final String deviceId;
  private final Lines lines;
  private final Bias bias;
  private final ContactTeller teller;
  private final Backoff backoff;
  private final TimeSource time;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread thread;
  private volatile Health health;

  ContactReader(
      String deviceId,
      Lines lines,
      Bias bias,
      ContactTeller teller,
      Backoff backoff,
      TimeSource time) {
    this.deviceId = deviceId;
    this.lines = lines;
    this.bias = bias;
    this.teller = teller;
    this.backoff = backoff;
    this.time = time;
    this.health = Health.starting(deviceId + ": not opened yet", time.monotonicNanos());
    this.thread = new Thread(this::run, "contact-" + deviceId);
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  Health health() {
    return health;
  }

  Optional<Boolean> active() {
    return teller.active();
  }

  private void run() {
    try {
      while (stop.getCount() > 0) {
        readUntilItBreaks();
        if (stop.await(backoff.nextMs(), TimeUnit.MILLISECONDS)) {
          break;
        }
      }
    } catch (InterruptedException stopped) {
      log.debug("contact {}: interrupted while waiting", deviceId);
    } finally {
      interrupt(Cause.STOPPED, deviceId + ": the driver was stopped");
    }
  }

  private void readUntilItBreaks() {
    try (InputLine line = lines.input(bias)) {
      opened(line.high());
      while (stop.getCount() > 0) {
        long now = time.monotonicNanos();
        teller.alive(now);
        Edge edge = line.next(Duration.ofNanos(teller.untilSettledNanos(now, WAIT_NANOS)));
        if (edge != null) {
          teller.hear(edge.high(), edge.monotonicNanos(), edge.stampedBy());
        }
      }
    } catch (LinkDown e) {
      interrupt(Cause.LINK_DOWN, deviceId + ": " + e.getMessage());
    } catch (RuntimeException e) {
      log.error("contact {}: fault in the driver; opening the line again", deviceId, e);
      interrupt(Cause.LINK_DOWN, deviceId + ": fault in the driver (" + e + "); see the log");
    }
  }

  private void opened(boolean high) {
    long now = time.monotonicNanos();
    health = Health.ok(now);
    backoff.reset();
    teller.begin(high, now);
  }

  /** One interruption an outage, told by its first cause; health says the cause of now. */
  private void interrupt(Cause cause, String detail) {
    String code = cause == Cause.STOPPED ? "stopped" : "link-down";
    Health now = new Health(Status.FAILED, code, detail, time.monotonicNanos());
    if (!now.sameAs(health)) {
      log.info("contact {}: {}", deviceId, detail);
      health = now;
    }
    teller.lose(cause, detail);
  }

  /** Ends the thread, waiting for it at most a second. */
  @Override
  public void close() {
    stop.countDown();
    try {
      thread.join(JOIN_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (thread.isAlive()) {
      log.warn("contact {}: still busy {} ms after the stop", deviceId, JOIN_MS);
    }
  }
}
