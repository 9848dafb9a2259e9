// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.loops;

import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import io.wayside.core.time.TimeSource;
import io.wayside.driver.modbus.Pace;
import io.wayside.rig.simulators.loops.ContactEdge;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Simulated time of a module that is asked again and again: it passes while the driver rests and
 * while a request is on its way, half of it before the module looks at its inputs. Edges strike
 * when their time has come.
 */
final class LookedAtTime implements TimeSource, Pace {

  private static final long STANDING_STILL_MS = 5;

  private final Deque<ContactEdge> edges;
  private final Consumer<ContactEdge> strike;
  private final long halfExchangeNanos;
  private final long endNanos;
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);
  private long now;

  LookedAtTime(
      List<ContactEdge> edges, Consumer<ContactEdge> strike, long exchangeNanos, long endNanos) {
    this.edges = new ArrayDeque<>(edges);
    this.strike = strike;
    this.halfExchangeNanos = exchangeNanos / 2;
    this.endNanos = endNanos;
  }

  /** From now on time passes. */
  void begin() {
    begun.countDown();
  }

  void awaitEnd() throws InterruptedException {
    ended.await();
  }

  void release() {
    released.countDown();
  }

  /** On the way to the module, or back. */
  void halfAnExchange() {
    if (begun.getCount() == 0) {
      pass(halfExchangeNanos);
    }
  }

  private synchronized void pass(long nanos) {
    now += nanos;
    while (!edges.isEmpty() && edges.element().nanos() <= now) {
      strike.accept(edges.remove());
    }
  }

  @Override
  public void rest(long nanos) throws InterruptedException {
    if (!begun.await(STANDING_STILL_MS, TimeUnit.MILLISECONDS)) {
      return;
    }
    pass(nanos);
    if (monotonicNanos() > endNanos) {
      ended.countDown();
      released.await();
    }
  }

  @Override
  public void wake() {
    // Nobody rests in real time.
  }

  @Override
  public synchronized long monotonicNanos() {
    return now;
  }

  @Override
  public Stamp at(long nanos) {
    return new Stamp(Instant.EPOCH.plusNanos(nanos), ClockQuality.unsynchronised(), "rig", nanos);
  }
}
