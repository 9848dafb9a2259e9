// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting;

import io.wayside.core.device.Frame;
import io.wayside.core.health.Health;
import io.wayside.core.health.Health.Status;
import io.wayside.core.time.TimeSource;
import io.wayside.counting.spi.Detection;
import io.wayside.counting.spi.Detector;
import io.wayside.counting.spi.DetectorFailed;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A detector at work beside the counting: one picture at a time, copied, on a thread of its own.
 * One that fails is left alone for a while and tried again; nobody waits for it.
 */
final class Asking {

  private static final Logger LOG = LoggerFactory.getLogger(Asking.class);

  private static final long FIRST_REST_NANOS = 5_000_000_000L;
  private static final long LONGEST_REST_NANOS = 300_000_000_000L;

  /** What takes longer comes too late for what crosses meanwhile. */
  private static final long SLOW_NANOS = 3_000_000_000L;

  private static final String GOES_ON = "; counting goes on, classes are told by outlines alone";

  private final Opening opening;
  private final Executor thread;
  private final TimeSource time;
  private ByteBuffer copy = ByteBuffer.allocateDirect(0);
  private @Nullable Detector detector; // of the thread alone
  private boolean busy;
  private long sinceNanos; // when the last question was put
  private boolean slow;
  private int failures; // in a row
  private String failure = "";
  private long failedNanos;

  /** Makes a detector ready, on the thread that will use it. */
  @FunctionalInterface
  interface Opening {
    Detector open() throws DetectorFailed;
  }

  /** Hears what came of a question, on the detector's thread. */
  interface Answer {
    void found(List<Detection> detections);

    void nothing();
  }

  /**
   * Nothing is opened before the first question.
   *
   * @param thread does one task after the other
   */
  Asking(Opening opening, Executor thread, TimeSource time) {
    this.opening = opening;
    this.thread = thread;
    this.time = time;
  }

  /** Whether a question would be taken now. */
  synchronized boolean isFree(long nanos) {
    return !busy && (failures == 0 || nanos - failedNanos >= rest());
  }

  private long rest() {
    return Math.min(LONGEST_REST_NANOS, FIRST_REST_NANOS << Math.min(failures - 1, 10));
  }

  /** Asks about a frame that is lent: it is copied. Only while {@link #isFree}. */
  void ask(Frame frame, Answer answer) {
    Frame mine;
    synchronized (this) {
      busy = true;
      sinceNanos = time.monotonicNanos();
      mine = copied(frame);
    }
    thread.execute(() -> work(mine, answer));
  }

  private Frame copied(Frame frame) {
    int bytes = frame.pixels().remaining();
    if (copy.capacity() < bytes) {
      copy = ByteBuffer.allocateDirect(bytes);
    }
    copy.clear();
    copy.put(frame.pixels().duplicate()).flip();
    return new Frame(
        frame.monotonicNanos(), frame.widthPx(), frame.heightPx(), frame.format(), copy, 0);
  }

  private void work(Frame frame, Answer answer) {
    Optional<List<Detection>> found = Optional.empty();
    try {
      found = Optional.of(detector().detect(frame));
      done("");
    } catch (DetectorFailed told) {
      done(String.valueOf(told.getMessage()));
    } catch (RuntimeException | Error fault) {
      LOG.error("a detector has a fault in itself; report it to who made it", fault);
      done("it has a fault in itself (" + fault + ")");
    } finally {
      found.ifPresentOrElse(answer::found, answer::nothing);
    }
  }

  private Detector detector() throws DetectorFailed {
    Detector now = detector;
    if (now == null) {
      now = opening.open();
      detector = now;
      opened();
    }
    return now;
  }

  /** Opening takes its time, which is not that of a picture. */
  private synchronized void opened() {
    sinceNanos = time.monotonicNanos();
  }

  private synchronized void done(String complaint) {
    long nanos = time.monotonicNanos();
    busy = false;
    slow = nanos - sinceNanos > SLOW_NANOS;
    failures = complaint.isEmpty() ? 0 : failures + 1;
    failure = complaint;
    failedNanos = nanos;
    if (!complaint.isEmpty()) {
      forget();
    }
  }

  /** Whoever failed is opened anew: what was wrong with it may have been put right. */
  private void forget() {
    Detector failed = detector;
    detector = null;
    if (failed instanceof AutoCloseable closeable) {
      close(closeable);
    }
  }

  private static void close(AutoCloseable closeable) {
    try {
      closeable.close();
    } catch (Exception fault) {
      LOG.warn("a detector does not close", fault);
    }
  }

  /** What is wrong with the detector, if anything. */
  synchronized Optional<Health> trouble(long nanos) {
    if (failures > 0) {
      return Optional.of(
          new Health(
              Status.DEGRADED,
              "detector-failed",
              "the detector: " + failure + GOES_ON,
              failedNanos));
    }
    if (slow || (busy && nanos - sinceNanos > SLOW_NANOS)) {
      return Optional.of(
          new Health(
              Status.DEGRADED,
              "detector-slow",
              "the detector takes more than "
                  + SLOW_NANOS / 1_000_000_000L
                  + " s for a picture; take a smaller model or input"
                  + GOES_ON,
              sinceNanos));
    }
    return Optional.empty();
  }

  /** What is under way is finished, then the detector is closed. */
  void close() {
    thread.execute(
        () -> {
          synchronized (this) {
            forget();
          }
        });
  }
}
