// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

import io.wayside.core.health.Health;
import io.wayside.core.time.TimeSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread that alone moves a station. A run that cannot begin yet is tried again; a fault of the
 * software ends a run, its outputs fall to their safe state, and another begins from the journal.
 */
public final class StepThread {

  /** Begins a run from what is on record. */
  @FunctionalInterface
  public interface Beginning {
    /**
     * Begins.
     *
     * @throws NotYet when what it stands on cannot be had
     */
    Steps begin() throws NotYet;
  }

  /** It cannot begin now, for this reason. */
  public static final class NotYet extends Exception {
    private static final long serialVersionUID = 1L;

    public NotYet(String why) {
      super(why);
    }
  }

  private static final Logger LOG = LoggerFactory.getLogger(StepThread.class);
  private static final long AGAIN_MS = 1_000;
  private static final long JOIN_MS = 3_000;

  private final String id;
  private final Beginning beginning;
  private final Runnable nudge;
  private final TimeSource time;
  private final Thread thread;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile Health health;

  /**
   * @param id of the station, for its thread and the log
   * @param nudge makes a run that waits return from its step
   */
  public StepThread(String id, Beginning beginning, Runnable nudge, TimeSource time) {
    this.id = id;
    this.beginning = beginning;
    this.nudge = nudge;
    this.time = time;
    this.health = Health.starting(id + " reads the journal", time.monotonicNanos());
    this.thread = new Thread(this::live, id);
    thread.setDaemon(true);
  }

  public void start() {
    thread.start();
  }

  public Health health() {
    return health;
  }

  private void live() {
    try {
      while (isWanted()) {
        run();
        if (stopped.await(AGAIN_MS, TimeUnit.MILLISECONDS)) {
          return;
        }
      }
    } catch (InterruptedException interrupted) {
      LOG.debug("{}: interrupted while waiting", id);
    }
  }

  private void run() throws InterruptedException {
    try (Steps steps = beginning.begin()) {
      while (isWanted()) {
        steps.step();
        say(steps.health());
      }
    } catch (NotYet notYet) {
      say(degraded("journal-unread", id + " does not begin yet: " + notYet.getMessage()));
    } catch (RuntimeException | Error fault) { // a thread that dies in silence would stay in order
      LOG.error("{} has a fault in itself; it begins anew from the journal, report it", id, fault);
      say(
          new Health(
              Health.Status.FAILED,
              "internal-fault",
              "a fault of the software, report it with the log: " + fault,
              time.monotonicNanos()));
    }
  }

  private Health degraded(String code, String words) {
    return new Health(Health.Status.DEGRADED, code, words, time.monotonicNanos());
  }

  private void say(Health now) {
    if (!now.sameAs(health)) {
      health = now;
    }
  }

  private boolean isWanted() {
    return stopped.getCount() > 0;
  }

  public void stop() throws InterruptedException {
    stopped.countDown();
    nudge.run();
    thread.join(JOIN_MS);
    if (thread.isAlive()) {
      LOG.error("{}: still busy {} ms after the stop; its leases end by themselves", id, JOIN_MS);
    }
  }
}
