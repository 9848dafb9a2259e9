// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.lantern;

import io.wayside.core.device.Backoff;
import io.wayside.core.device.DeviceException;
import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.core.link.Link;
import io.wayside.core.link.LinkAddress;
import io.wayside.core.link.LinkService;
import io.wayside.core.time.TimeSource;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread of a modem: opens it, works with it, opens it anew when it fails. */
final class SmsThread implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(SmsThread.class);

  private static final long JOIN_MS = 2_000;

  private final String deviceId;
  private final LinkService links;
  private final LinkAddress address;
  private final SmsSession session;
  private final Duration lookEvery;
  private final Duration answerWithin;
  private final Backoff backoff;
  private final TimeSource time;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread thread;

  SmsThread(
      String deviceId,
      LinkService links,
      LinkAddress address,
      SmsSession session,
      Duration lookEvery,
      Duration answerWithin,
      Backoff backoff,
      TimeSource time) {
    this.deviceId = deviceId;
    this.links = links;
    this.address = address;
    this.session = session;
    this.lookEvery = lookEvery;
    this.answerWithin = answerWithin;
    this.backoff = backoff;
    this.time = time;
    this.thread = new Thread(this::run, "sms-lantern-" + deviceId);
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  private void run() {
    try {
      do {
        work();
      } while (!stop.await(backoff.nextMs(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException stopped) {
      log.debug("sms-lantern {}: interrupted while waiting", deviceId);
    } finally {
      log.info("sms-lantern {}: messages heard {}", deviceId, session.counts());
      session.end();
    }
  }

  private void work() {
    try (Link link = links.open(address)) {
      Modem modem = new Modem(deviceId, link, answerWithin, time, this::isStopping);
      session.begin(modem);
      while (!isStopping()) {
        boolean more = session.turn(modem);
        backoff.reset();
        if (!more) {
          modem.awaitAnnouncement(lookEvery);
        }
      }
    } catch (DeviceException e) {
      session.lost(e);
    } catch (RuntimeException e) {
      log.error("sms-lantern {}: fault in the driver; opening the modem again", deviceId, e);
      session.lost(new LinkDown("fault in the driver (" + e + "); see the log", e));
    }
  }

  private boolean isStopping() {
    return stop.getCount() == 0;
  }

  /** Ends the thread, waiting for it at most two seconds. */
  @Override
  public void close() {
    stop.countDown();
    try {
      thread.join(JOIN_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (thread.isAlive()) {
      log.warn("sms-lantern {}: still busy after {} ms; it ends by itself", deviceId, JOIN_MS);
    }
  }
}
