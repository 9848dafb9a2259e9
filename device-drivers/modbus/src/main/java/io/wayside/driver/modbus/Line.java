// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.modbus;

import io.wayside.core.device.Backoff;
import io.wayside.core.device.DeviceException;
import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.core.link.Link;
import io.wayside.core.time.TimeSource;
import io.wayside.driver.modbus.codec.Answer;
import io.wayside.driver.modbus.codec.Exchange;
import io.wayside.driver.modbus.codec.Framing;
import io.wayside.driver.modbus.codec.Request;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line with its units. A thread of its own keeps it open, hears all that comes, and drops what
 * nobody waits for; whoever asks waits for his turn and then for his answer.
 */
final class Line implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Line.class);

  private static final Duration LISTENING = Duration.ofMillis(100);
  private static final int READ_BYTES = 256;
  private static final long JOIN_MS = 1_000;

  /** Opens the link. */
  interface Opening {
    Link open() throws LinkDown;
  }

  private final String address;
  private final Opening opening;
  private final LineSettings settings;
  private final TimeSource time;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread listener;

  /** One asks at a time, in the order of coming. */
  private final ReentrantLock turn = new ReentrantLock(true);

  /** Guards what follows. */
  private final ReentrantLock state = new ReentrantLock();

  private final Condition changed = state.newCondition();
  private Framing framing = Framing.rtu();
  private @Nullable Link link;
  private @Nullable LinkDown whyDown;
  private boolean reopening;
  private @Nullable Exchange exchange;
  private @Nullable Answer answer;
  private long sentNanos;
  private long heardNanos;
  private long quietFromNanos;

  Line(String address, Opening opening, LineSettings settings, TimeSource time) {
    this.address = address;
    this.opening = opening;
    this.settings = settings;
    this.time = time;
    this.listener = new Thread(this::run, "modbus-" + address);
    listener.setDaemon(true);
  }

  void start() {
    listener.start();
  }

  String address() {
    return address;
  }

  /** Why the line is down; null while it is open or was not tried yet. */
  @Nullable String whyDown() {
    state.lock();
    try {
      return whyDown == null ? null : whyDown.getMessage();
    } finally {
      state.unlock();
    }
  }

  boolean isOpen() {
    state.lock();
    try {
      return link != null;
    } finally {
      state.unlock();
    }
  }

  /**
   * An answer with the times between which the device made it.
   *
   * @param sentNanos when the request was handed to the link
   * @param heardNanos when the answer was whole
   */
  record Asked(Answer answer, long sentNanos, long heardNanos) {}

  /**
   * Asks and waits for the answer.
   *
   * @throws LinkDown when the line is down, or breaks meanwhile
   * @throws DeviceException.TimedOut when the line does not take the request
   */
  Asked ask(int unit, Request request, long answerWithinNanos)
      throws DeviceException, InterruptedException {
    turn.lockInterruptibly();
    try {
      Link open = begin(unit, request, answerWithinNanos);
      return await(open, answerWithinNanos);
    } finally {
      turn.unlock();
    }
  }

  private Link begin(int unit, Request request, long patienceNanos)
      throws DeviceException, InterruptedException {
    Link open;
    byte[] frame;
    state.lockInterruptibly();
    try {
      awaitOpening(patienceNanos);
      awaitSilence();
      open = requireOpen();
      answer = null;
      Exchange begun = framing.begin(unit, request);
      exchange = begun;
      frame = begun.frame();
      sentNanos = time.monotonicNanos();
    } finally {
      state.unlock();
    }
    open.write(frame);
    return open;
  }

  /** Only while nothing speaks against it; a line that is down is not waited for. */
  private void awaitOpening(long patienceNanos) throws InterruptedException {
    long left = patienceNanos;
    while (link == null && whyDown == null && left > 0) {
      left = changed.awaitNanos(left);
    }
  }

  private void awaitSilence() throws InterruptedException {
    long left = quietFromNanos - time.monotonicNanos();
    while (left > 0) {
      long unused = changed.awaitNanos(left);
      left = quietFromNanos - time.monotonicNanos();
    }
  }

  private Link requireOpen() throws LinkDown {
    Link open = link;
    if (open == null) {
      throw whyDown == null
          ? new LinkDown(address + ": not open yet")
          : new LinkDown(String.valueOf(whyDown.getMessage()), whyDown);
    }
    return open;
  }

  private Asked await(Link open, long answerWithinNanos) throws LinkDown, InterruptedException {
    state.lockInterruptibly();
    Exchange mine = exchange;
    try {
      long until = time.monotonicNanos() + answerWithinNanos;
      long left = answerWithinNanos;
      while (answer == null && link == open && left > 0) {
        long unused = changed.awaitNanos(left);
        left = until - time.monotonicNanos();
      }
      if (link != open) {
        throw requireOpenAgain();
      }
      Answer got = answer;
      if (got != null || mine == null) {
        return new Asked(got == null ? new Answer.Nothing() : got, sentNanos, heardNanos);
      }
      Answer none = mine.ended();
      holdQuiet(answerWithinNanos);
      return new Asked(none, sentNanos, time.monotonicNanos());
    } finally {
      exchange = null;
      boolean lostTrack = mine != null && mine.lostTrack() && link == open;
      if (lostTrack) {
        link = null;
        reopening = true;
      }
      state.unlock();
      if (lostTrack) {
        open.close();
      }
    }
  }

  private LinkDown requireOpenAgain() {
    return whyDown == null
        ? new LinkDown(address + ": the line was opened anew before the answer came")
        : new LinkDown(String.valueOf(whyDown.getMessage()), whyDown);
  }

  /**
   * On a serial line a late answer looks like the answer to the next request of its kind, so the
   * line rests for as long again as an answer may take.
   */
  private void holdQuiet(long answerWithinNanos) {
    if (settings.rtu()) {
      quietFromNanos = Math.max(quietFromNanos, time.monotonicNanos() + answerWithinNanos);
    }
  }

  private void run() {
    Backoff backoff =
        new Backoff(settings.firstRetryMs(), settings.longestRetryMs(), new SplittableRandom());
    try {
      while (!stopping()) {
        listenUntilItBreaks(backoff);
        if (stop.await(backoff.nextMs(), TimeUnit.MILLISECONDS)) {
          return;
        }
      }
    } catch (InterruptedException stopped) {
      log.debug("{}: interrupted while waiting", address);
    }
  }

  private void listenUntilItBreaks(Backoff backoff) {
    try (Link opened = opening.open()) {
      up(opened);
      byte[] buffer = new byte[READ_BYTES];
      while (!stopping()) {
        int count = opened.read(buffer, LISTENING);
        if (count > 0) {
          backoff.reset();
          heard(buffer, count);
        }
      }
    } catch (LinkDown e) {
      down(e);
    } catch (RuntimeException e) {
      log.error("{}: fault in the driver; opening the line again", address, e);
      down(new LinkDown(address + ": fault in the driver (" + e + "); see the log", e));
    }
  }

  private void up(Link opened) {
    state.lock();
    try {
      link = opened;
      whyDown = null;
      reopening = false;
      framing = settings.rtu() ? Framing.rtu() : Framing.tcp();
      changed.signalAll();
    } finally {
      state.unlock();
    }
  }

  private void down(LinkDown why) {
    state.lock();
    try {
      link = null;
      whyDown = reopening ? null : why;
      reopening = false;
      changed.signalAll();
    } finally {
      state.unlock();
    }
  }

  private void heard(byte[] bytes, int count) {
    state.lock();
    try {
      quietFromNanos = Math.max(quietFromNanos, time.monotonicNanos() + settings.silenceNanos());
      Exchange waiting = exchange;
      if (waiting != null && answer == null) {
        answer = waiting.hear(bytes, count);
        if (answer != null) {
          heardNanos = time.monotonicNanos();
          changed.signalAll();
        }
      }
    } finally {
      state.unlock();
    }
  }

  private boolean stopping() {
    return stop.getCount() == 0;
  }

  /** Lets go of the line, waiting for its thread at most a second. */
  @Override
  public void close() {
    stop.countDown();
    Link open;
    state.lock();
    try {
      open = link;
    } finally {
      state.unlock();
    }
    if (open != null) {
      open.close();
    }
    try {
      listener.join(JOIN_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (listener.isAlive()) {
      log.warn("{}: still busy {} ms after the stop; it ends by itself", address, JOIN_MS);
    }
  }
}
