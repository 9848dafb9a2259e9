// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.detector;

import io.wayside.core.device.Backoff;
import io.wayside.core.device.CardWord;
import io.wayside.core.device.DeviceException;
import io.wayside.core.device.DeviceException.TimedOut;
import io.wayside.core.device.Interruption.Cause;
import io.wayside.core.link.Link;
import io.wayside.core.link.LinkAddress;
import io.wayside.core.link.LinkService;
import io.wayside.core.time.TimeSource;
import io.wayside.driver.detector.card.LineWatch;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread of one card: opens its line, reads it, opens it again when it broke. */
final class LineThread implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(LineThread.class);
  private static final Duration PATIENCE = Duration.ofMillis(200);
  private static final long JOIN_MS = 1_000;

  private final LinkAddress address;
  private final LinkService links;
  private final LineWatch watch;
  private final long silentAfterNanos;
  private final CardStanding standing;
  private final Consumer<CardWord> listener;
  private final Backoff backoff;
  private final TimeSource time;
  private final LoopFaults faults = new LoopFaults();
  private final Thread thread;
  private final CountDownLatch stop = new CountDownLatch(1);
  private volatile @Nullable Link current;

  /**
   * @param silentAfterNanos without a byte for so long it is opened anew; 0: silence is no fault
   */
  LineThread(
      String name,
      LinkAddress address,
      LinkService links,
      LineWatch watch,
      long silentAfterNanos,
      CardStanding standing,
      Consumer<CardWord> listener,
      Backoff backoff,
      TimeSource time) {
    this.address = address;
    this.links = links;
    this.watch = watch;
    this.silentAfterNanos = silentAfterNanos;
    this.standing = standing;
    this.listener = listener;
    this.backoff = backoff;
    this.time = time;
    this.thread = new Thread(this::run, name);
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
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
      log.debug("{}: interrupted while waiting", thread.getName());
    } finally {
      standing.down(Cause.STOPPED, "the driver was stopped", time.monotonicNanos());
    }
  }

  private void readUntilItBreaks() {
    try (Link link = links.open(address)) {
      current = link;
      watch.opened(time.monotonicNanos());
      read(link);
    } catch (DeviceException why) {
      if (stop.getCount() > 0) {
        standing.down(why, time.monotonicNanos());
      }
    } catch (RuntimeException | Error fault) {
      log.error("{}: fault in the driver; opening the line again", thread.getName(), fault);
      standing.down(
          Cause.LINK_DOWN,
          "fault in the driver (" + fault + "); see the log",
          time.monotonicNanos());
    } finally {
      current = null;
    }
  }

  private void read(Link link) throws DeviceException {
    byte[] buffer = new byte[1024];
    long heard = time.monotonicNanos();
    boolean first = silentAfterNanos > 0; // then nothing is believed before the first byte
    while (stop.getCount() > 0) {
      int count = link.read(buffer, PATIENCE);
      long now = time.monotonicNanos();
      if (count > 0) {
        heard = now;
        first = false;
        backoff.reset();
      } else if (silentAfterNanos > 0 && now - heard > silentAfterNanos) {
        throw new TimedOut(
            "nothing for "
                + silentAfterNanos / 1_000_000_000
                + " s, not even a heartbeat; check"
                + " the card and the line");
      }
      if (!first) {
        tell(count > 0 ? watch.received(buffer, count, now) : watch.quiet(now), now);
      }
    }
  }

  private void tell(List<CardWord> words, long now) {
    words.forEach(faults::hear);
    faults.again().forEach(listener);
    words.forEach(listener);
    standing.heard(now, watch.garbledInARow(), faults.toString());
  }

  /** Ends the thread, waiting for it at most a second. */
  @Override
  public void close() {
    stop.countDown();
    thread.interrupt();
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
