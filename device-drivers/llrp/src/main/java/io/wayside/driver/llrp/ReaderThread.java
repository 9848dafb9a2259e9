// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp;

import io.wayside.core.device.Backoff;
import io.wayside.core.device.DeviceException;
import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.core.health.Health;
import io.wayside.core.link.Link;
import io.wayside.core.link.LinkAddresses;
import io.wayside.core.link.LinkService;
import io.wayside.core.time.TimeSource;
import io.wayside.driver.llrp.PortTrouble.Kind;
import io.wayside.driver.llrp.session.ReaderSession;
import io.wayside.driver.llrp.session.Settings;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread of one reader, which alone speaks with it: connects, reads, connects again. Not a
 * {@code DeviceThread}, which closes what is open at a stop: here the reader is told good-bye
 * first, on the same connection.
 */
final class ReaderThread implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(ReaderThread.class);

  /** How long a wish, a timeout or the stop may wait for a read. */
  private static final Duration PATIENCE = Duration.ofMillis(20);

  /** Links count in milliseconds. */
  private static final Duration SHORTEST = Duration.ofMillis(1);

  private static final int BUFFER_BYTES = 64 << 10;
  private static final long GOODBYE_NANOS = 500_000_000;
  private static final long JOIN_MS = 1_500;

  private final Settings settings;
  private final LinkService links;
  private final TimeSource time;
  private final ReaderSession session;
  private final Backoff backoff;
  private final Wishes wishes;
  private final Ports ports;
  private final Thread thread;
  private final CountDownLatch stop = new CountDownLatch(1);
  private volatile Health health;
  private volatile @Nullable Thread opening;

  ReaderThread(
      Settings settings,
      LinkService links,
      TimeSource time,
      ReaderSession session,
      Ports ports,
      Backoff backoff) {
    this.ports = ports;
    this.settings = settings;
    this.links = links;
    this.time = time;
    this.session = session;
    this.backoff = backoff;
    this.wishes = new Wishes(settings.deviceId(), settings.answerWithinNanos());
    this.health = session.health(time.monotonicNanos());
    this.thread = new Thread(this::run, "llrp-" + settings.deviceId());
    this.thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  Health health() {
    return health;
  }

  void radio(boolean on) throws DeviceException {
    wishes.radio(on);
  }

  private void run() {
    try {
      while (!stopping()) {
        speakUntilItBreaks();
        wishes.noLink(session.radio());
        portsLost(Kind.LINK_DOWN);
        publish();
        if (stop.await(backoff.nextMs(), TimeUnit.MILLISECONDS)) {
          break;
        }
      }
    } catch (InterruptedException stopped) {
      log.debug("{}: interrupted while waiting", thread.getName());
    } finally {
      session.stopped(time.monotonicNanos());
      wishes.noLink(session.radio());
      portsLost(Kind.STOPPED);
      publish();
    }
  }

  private void portsLost(Kind kind) {
    long now = time.monotonicNanos();
    ports.lost(new PortTrouble(kind, session.health(now).message()), now);
  }

  private void speakUntilItBreaks() {
    boolean speaking = false;
    try (Link link = open()) {
      session.opened(time.monotonicNanos());
      speaking = true;
      byte[] buffer = new byte[BUFFER_BYTES];
      while (!session.isOver() && !stopping()) {
        readOnce(link, buffer);
      }
      if (stopping()) {
        sayGoodbye(link, buffer);
      }
    } catch (DeviceException | IllegalArgumentException e) {
      // One that was given up, or that is being left, has told why already.
      if (!stopping() && !(speaking && session.isOver())) {
        session.down(String.valueOf(e.getMessage()), time.monotonicNanos());
      }
    } catch (RuntimeException e) {
      log.error("{}: fault in the driver; connecting anew", thread.getName(), e);
      session.down("fault in the driver (" + e + "); see the log", time.monotonicNanos());
    }
  }

  private Link open() throws LinkDown {
    opening = Thread.currentThread();
    try {
      return links.open(LinkAddresses.parse(settings.address()));
    } finally {
      opening = null;
    }
  }

  private void readOnce(Link link, byte[] buffer) throws DeviceException {
    int count = link.read(buffer, patience());
    long now = time.monotonicNanos();
    wishes.passTo(session);
    ports.passTo(session, now);
    if (count > 0) {
      session.received(buffer, count, now);
    } else {
      session.quiet(now);
    }
    if (session.isReady()) {
      backoff.reset();
    }
    byte[] out = session.outgoing();
    if (out.length > 0) {
      link.write(out);
    }
    wishes.settle(session);
    ports.settle(session, time.monotonicNanos());
    publish();
  }

  private Duration patience() {
    long nanos = ports.patienceNanos(time.monotonicNanos(), PATIENCE.toNanos());
    return nanos < SHORTEST.toNanos() ? SHORTEST : Duration.ofNanos(nanos);
  }

  /** The radio off and the connection free for the next: a reader serves one at a time. */
  private void sayGoodbye(Link link, byte[] buffer) throws DeviceException {
    long from = time.monotonicNanos();
    portsLost(Kind.STOPPED); // ends the leases
    ports.passTo(session, from);
    session.close(from);
    link.write(session.outgoing());
    while (!session.isOver() && time.monotonicNanos() - from < GOODBYE_NANOS) {
      int count = link.read(buffer, PATIENCE);
      if (count > 0) {
        session.received(buffer, count, time.monotonicNanos());
      }
    }
  }

  private void publish() {
    Health now = session.health(time.monotonicNanos());
    if (!now.sameAs(health)) {
      log.info("{}: {} {} ({})", thread.getName(), now.status(), now.message(), session.counters());
    }
    health = now;
  }

  private boolean stopping() {
    return stop.getCount() == 0;
  }

  /** Ends the thread, waiting for it a moment. */
  @Override
  public void close() {
    stop.countDown();
    Thread inOpen = opening;
    if (inOpen != null) {
      inOpen.interrupt();
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
