// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.intake;

import io.wayside.rig.central.store.StoreFailed;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread that stores. Deliveries wait in a bounded queue; when it is full the connection's
 * thread waits, the broker sees no acknowledgement and sends no more: nothing is dropped.
 */
public final class Writer {

  private static final Logger LOG = LoggerFactory.getLogger(Writer.class);

  /** Deliveries that may wait: two commits' worth when each is one record. */
  public static final int MOST_WAITING = 2 * Intake.MOST_ROWS;

  private static final long RETRY_MS = 1_000;
  private static final long END_MS = 5_000;

  private final BlockingQueue<Delivery> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final Intake intake;
  private final Thread thread;
  private volatile boolean ending;
  private volatile String trouble = "";

  public Writer(Intake intake) {
    this.intake = intake;
    this.thread = new Thread(this::run, "central-writer");
    thread.setDaemon(true);
  }

  public void start() {
    thread.start();
  }

  /** Hands in a delivery, waiting while the queue is full; false when the centre is ending. */
  public boolean hand(Delivery delivery) throws InterruptedException {
    while (!ending) {
      if (waiting.offer(delivery, 100, TimeUnit.MILLISECONDS)) {
        return true;
      }
    }
    return false;
  }

  /** Why nothing can be stored now; empty when all is well. */
  public String trouble() {
    return trouble;
  }

  /** Stores what was handed in and ends. */
  public void end() throws InterruptedException {
    ending = true;
    thread.join(END_MS);
    if (thread.isAlive()) {
      thread.interrupt(); // the store does not answer; unacknowledged, the broker keeps them
      thread.join(END_MS);
    }
  }

  private void run() {
    Queue<Delivery> group = new ArrayDeque<>(Intake.MOST_ROWS);
    try {
      while (!ending || !waiting.isEmpty()) {
        Delivery first = waiting.poll(100, TimeUnit.MILLISECONDS);
        if (first != null) {
          group.add(first);
          waiting.drainTo(group, Intake.MOST_ROWS - 1);
          take(group);
        }
      }
    } catch (InterruptedException toldToEnd) {
      LOG.warn("ended with {} messages not stored; the broker keeps them", group.size());
    }
  }

  /** Until it works: the broker keeps what is not acknowledged, so waiting loses nothing. */
  private void take(Queue<Delivery> group) throws InterruptedException {
    while (true) {
      try {
        intake.take(group);
        if (!trouble.isEmpty()) {
          trouble = "";
          LOG.info("storing again");
        }
        return;
      } catch (StoreFailed failed) {
        if (trouble.isEmpty()) {
          LOG.error("nothing can be stored; trying again every {} ms", RETRY_MS, failed);
        }
        trouble = String.valueOf(failed.getMessage());
        TimeUnit.MILLISECONDS.sleep(RETRY_MS);
      }
    }
  }
}
