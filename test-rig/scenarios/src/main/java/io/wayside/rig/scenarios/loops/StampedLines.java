// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.loops;

import io.wayside.core.device.ContactChange.StampedBy;
import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.driver.gpio.lines.Bias;
import io.wayside.driver.gpio.lines.Edge;
import io.wayside.driver.gpio.lines.InputLine;
import io.wayside.driver.gpio.lines.Lines;
import io.wayside.driver.gpio.lines.OutputLine;
import io.wayside.rig.simulators.loops.ContactEdge;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** A line whose simulated kernel keeps each edge with its time, as the character device does. */
final class StampedLines implements Lines {

  private final Deque<ContactEdge> edges;
  private final LockstepTime time;
  private final long endNanos;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);

  /**
   * A line with the edges of one channel.
   *
   * @param endNanos how far time goes on
   */
  StampedLines(List<ContactEdge> edges, LockstepTime time, long endNanos) {
    this.edges = new ArrayDeque<>(edges);
    this.time = time;
    this.endNanos = endNanos;
  }

  /** Waits until every edge was heard and the end is reached. */
  void awaitEnd() throws InterruptedException {
    ended.await();
  }

  /** Lets the driver's thread see that it is to stop. */
  void release() {
    released.countDown();
  }

  @Override
  public InputLine input(Bias bias) {
    return new Input();
  }

  @Override
  public OutputLine output(boolean high) throws LinkDown {
    throw new LinkDown("a simulated loop is an input; use another line");
  }

  private final class Input implements InputLine {

    @Override
    public boolean high() {
      return false;
    }

    @Override
    public @Nullable Edge next(Duration patience) {
      try {
        return at(time.monotonicNanos() + patience.toNanos());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return null;
      }
    }

    private @Nullable Edge at(long until) throws InterruptedException {
      ContactEdge next = edges.peek();
      if (next != null && next.nanos() <= until) {
        time.await(next.nanos());
        edges.remove();
        return new Edge(next.nanos(), next.on(), StampedBy.KERNEL);
      }
      if (until > endNanos) {
        time.await(endNanos);
        ended.countDown();
        released.await();
        return null;
      }
      time.await(until);
      return null;
    }

    @Override
    public void close() {
      ended.countDown();
    }
  }
}
