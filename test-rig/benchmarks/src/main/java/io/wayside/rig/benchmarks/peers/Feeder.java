// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.peers;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** The producer, the same for every peer: it notes each answer before it goes on. */
final class Feeder {

  private static final long LAST_ANSWER_S = 10;
  private static final int REFUSALS_IN_A_ROW = 50; // whoever hears "no" so often gives up

  /** Takes records in. */
  interface Taker {
    /** Takes one; the answer may come later and on another thread. */
    void take(int number, Answer answer) throws InterruptedException;
  }

  /** What a producer is told, once for each record. */
  interface Answer {
    void accepted();

    void refused();
  }

  private final Marks marks;

  Feeder(Marks marks) {
    this.marks = marks;
  }

  Feed.Result feed(Feed feed, Taker taker) throws InterruptedException {
    Semaphore free = new Semaphore(feed.outstanding());
    AtomicInteger accepted = new AtomicInteger();
    AtomicInteger refused = new AtomicInteger();
    AtomicInteger inARow = new AtomicInteger();
    long started = System.nanoTime();
    long deadline = started + (long) (feed.seconds() * 1e9);
    int offered = 0;
    while (offered < feed.most()
        && System.nanoTime() < deadline
        && inARow.get() < REFUSALS_IN_A_ROW) {
      if (feed.perSecond() > 0) {
        LockSupport.parkNanos(
            started + offered * 1_000_000_000L / feed.perSecond() - System.nanoTime());
      }
      if (!free.tryAcquire(LAST_ANSWER_S, TimeUnit.SECONDS)) {
        break;
      }
      int number = feed.first() + offered;
      offered++;
      taker.take(
          number,
          new Answer() {
            @Override
            public void accepted() {
              marks.mark(number);
              accepted.incrementAndGet();
              inARow.set(0);
              free.release();
            }

            @Override
            public void refused() {
              refused.incrementAndGet();
              inARow.incrementAndGet();
              free.release();
            }
          });
    }
    boolean allAnswered = free.tryAcquire(feed.outstanding(), LAST_ANSWER_S, TimeUnit.SECONDS);
    long nanos = System.nanoTime() - started - (allAnswered ? 0 : LAST_ANSWER_S * 1_000_000_000L);
    return new Feed.Result(offered, accepted.get(), refused.get(), nanos);
  }
}
