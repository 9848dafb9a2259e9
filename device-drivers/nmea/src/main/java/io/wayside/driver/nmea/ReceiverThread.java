// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea;

import io.wayside.core.device.Backoff;
import io.wayside.core.device.DeviceException;
import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.core.health.Health;
import io.wayside.core.link.Link;
import io.wayside.core.link.LinkAddresses;
import io.wayside.core.link.LinkService;
import io.wayside.core.time.TimeSource;
import io.wayside.driver.nmea.session.ReceiverSession;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread of one receiver: opens its line, reads it, opens it again when it broke. */
final class ReceiverThread implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(ReceiverThread.class);

  /** How often silence is looked for, and how long a stop may have to wait for a read. */
  private static final Duration PATIENCE = Duration.ofMillis(100);

  /** The largest datagram at once, so that its sender is known for all of it. */
  private static final int BUFFER_BYTES = 64 << 10;

  private static final long JOIN_MS = 1_000;

  private final String address;
  private final LinkService links;
  private final TimeSource time;
  private final ReceiverSession session;
  private final Mouth mouth;
  private final Backoff backoff;
  private final Thread thread;
  private final CountDownLatch stop = new CountDownLatch(1);
  private volatile Health health;
  private volatile boolean opening;
  private volatile @Nullable Link current;

  ReceiverThread(
      String name,
      String address,
      LinkService links,
      TimeSource time,
      ReceiverSession session,
      Mouth mouth,
      Backoff backoff) {
    this.address = address;
    this.links = links;
    this.time = time;
    this.session = session;
    this.mouth = mouth;
    this.backoff = backoff;
    this.health = session.health();
    this.thread = new Thread(this::run, name);
    this.thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  Health health() {
    return health;
  }

  private void run() {
    try {
      while (!stopping()) {
        readUntilItBreaks();
        publish();
        if (stop.await(backoff.nextMs(), TimeUnit.MILLISECONDS)) {
          break;
        }
      }
    } catch (InterruptedException stopped) {
      log.debug("{}: interrupted while waiting", thread.getName());
    } finally {
      session.stopped(time.monotonicNanos());
      publish();
    }
  }

  private void readUntilItBreaks() {
    try (Link link = open()) {
      session.opened(time.monotonicNanos());
      publish();
      byte[] buffer = new byte[BUFFER_BYTES];
      while (!stopping()) {
        readOnce(link, buffer);
      }
    } catch (DeviceException | IllegalArgumentException e) {
      session.down(String.valueOf(e.getMessage()), time.monotonicNanos());
    } catch (RuntimeException e) {
      log.error("{}: fault in the driver; opening the line again", thread.getName(), e);
      session.down("fault in the driver (" + e + "); see the log", time.monotonicNanos());
    } finally {
      mouth.off();
      current = null;
    }
  }

  private Link open() throws LinkDown {
    opening = true;
    try {
      Link link = links.open(LinkAddresses.parse(address));
      current = link;
      mouth.on(link);
      return link;
    } finally {
      opening = false;
    }
  }

  private void readOnce(Link link, byte[] buffer) throws DeviceException {
    int count = link.read(buffer, PATIENCE);
    long now = time.monotonicNanos();
    if (count > 0) {
      session.received(buffer, count, link.sender(), now);
    } else {
      session.quiet(now);
    }
    if (session.heardSinceOpened()) {
      backoff.reset();
    }
    publish();
  }

  private void publish() {
    Health now = session.health();
    if (!now.sameAs(health)) {
      log.info("{}: {} {} ({})", thread.getName(), now.status(), now.message(), session.counters());
    }
    health = now;
  }

  private boolean stopping() {
    return stop.getCount() == 0;
  }

  /** Ends the thread, waiting for it at most a second. */
  @Override
  public void close() {
    stop.countDown();
    if (opening) {
      thread.interrupt();
    }
    Link link = current;
    if (link != null) {
      link.close();
    }
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
