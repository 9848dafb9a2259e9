// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.office.work;

import io.wayside.core.time.TimeSource;
import io.wayside.tolling.office.OfficeTrouble;
import io.wayside.tolling.office.Reach;
import io.wayside.tolling.office.TagAnswer;
import io.wayside.tolling.office.TagDesk;
import io.wayside.tolling.office.TagQuestion;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the office about tags on a few threads of its own. A question for which none is free soon
 * enough is not asked; an answer that comes too late is dropped.
 */
final class Questions {

  private static final Logger LOG = LoggerFactory.getLogger(Questions.class);

  private static final int IN_VAIN = 3;
  private static final long SECOND = 1_000_000_000L;
  private static final long IDLE_NANOS = 10 * SECOND;
  private static final long LAST_REST_NANOS = 30 * SECOND;
  private static final int WAITING_FOR_EACH = 2;
  private static final long KEEP_S = 60;

  /**
   * Since the start.
   *
   * @param asked questions that lanes had
   * @param answered in time
   * @param late answers that nobody waited for any more
   * @param silent questions without an answer
   * @param unasked questions for which there was no thread
   */
  record Counts(long asked, long answered, long late, long silent, long unasked) {}

  private final TagDesk desk;
  private final TimeSource time;
  private final ThreadPoolExecutor pool;
  private final Reach reach;
  private Counts counts = new Counts(0, 0, 0, 0, 0);
  private String trouble = "";
  private volatile boolean reachable;

  Questions(OfficeParts parts) {
    this.desk = parts.desk();
    this.time = parts.time();
    this.reach = new Reach(IN_VAIN, IDLE_NANOS, SECOND, LAST_REST_NANOS, time.monotonicNanos());
    this.pool =
        new ThreadPoolExecutor(
            parts.asksAtOnce(),
            parts.asksAtOnce(),
            KEEP_S,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(parts.asksAtOnce() * WAITING_FOR_EACH),
            task -> {
              Thread thread = new Thread(task, "toll-ask-" + parts.id());
              thread.setDaemon(true);
              return thread;
            });
    pool.allowCoreThreadTimeOut(true);
  }

  boolean isReachable() {
    return reachable;
  }

  void ask(TagQuestion question, long withinNanos, Consumer<TagAnswer> answer) {
    long asked = time.monotonicNanos();
    count(new Counts(1, 0, 0, 0, 0));
    try {
      pool.execute(() -> exchange(question, asked, withinNanos, answer));
    } catch (RejectedExecutionException busy) {
      count(new Counts(0, 0, 0, 0, 1));
    }
  }

  private void exchange(
      TagQuestion question, long asked, long withinNanos, Consumer<TagAnswer> answer) {
    if (time.monotonicNanos() - asked >= withinNanos) {
      count(new Counts(0, 0, 0, 0, 1));
      return;
    }
    try {
      TagAnswer said = desk.ask(question);
      if (time.monotonicNanos() - asked <= withinNanos) {
        heard();
        answer.accept(said);
      } else {
        count(new Counts(0, 0, 1, 0, 0));
        inVain("it answers later than the lane waits");
      }
    } catch (OfficeTrouble silence) {
      count(new Counts(0, 0, 0, 1, 0));
      inVain(String.valueOf(silence.getMessage()));
    } catch (RuntimeException fault) {
      LOG.error("a question about a tag failed in itself; report it", fault);
      inVain("a fault of the software, see the log");
    }
  }

  /** Asks for a sign of life when one is due, and waits for it. */
  void look() {
    synchronized (this) {
      if (time.monotonicNanos() - reach.probeDue() < 0) {
        return;
      }
    }
    try {
      desk.probe();
      alive();
    } catch (OfficeTrouble silence) {
      inVain(String.valueOf(silence.getMessage()));
    }
  }

  private synchronized void heard() {
    count(new Counts(0, 1, 0, 0, 0));
    reach.answered(time.monotonicNanos());
    changed("");
  }

  private synchronized void alive() {
    reach.alive(time.monotonicNanos());
    changed("");
  }

  private synchronized void inVain(String why) {
    reach.silent(time.monotonicNanos());
    changed(why);
  }

  private synchronized void changed(String why) {
    trouble = why;
    if (reach.isReachable() != reachable) {
      reachable = reach.isReachable();
      LOG.info("the office {}", reachable ? "answers" : "is not waited for any more: " + why);
    }
  }

  private synchronized void count(Counts more) {
    counts =
        new Counts(
            counts.asked() + more.asked(),
            counts.answered() + more.answered(),
            counts.late() + more.late(),
            counts.silent() + more.silent(),
            counts.unasked() + more.unasked());
  }

  synchronized Counts counts() {
    return counts;
  }

  /** Why it is not reachable; empty when it is, or nobody has tried yet. */
  synchronized String trouble() {
    return reachable ? "" : trouble;
  }

  void stop() {
    pool.shutdownNow();
  }
}
