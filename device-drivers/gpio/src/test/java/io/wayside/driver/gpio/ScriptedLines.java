// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.gpio;

import io.wayside.core.device.ContactChange.StampedBy;
import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.driver.gpio.lines.Bias;
import io.wayside.driver.gpio.lines.Edge;
import io.wayside.driver.gpio.lines.InputLine;
import io.wayside.driver.gpio.lines.Lines;
import io.wayside.driver.gpio.lines.OutputLine;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One line in memory, whose provider keeps and stamps edges as a kernel does. */
final class ScriptedLines implements Lines {

  private static final int MOST_EDGES = 1_000;

  private final BlockingQueue<Edge> edges = new ArrayBlockingQueue<>(MOST_EDGES);
  private boolean plugged = true;
  private boolean high;
  private int opened;

  synchronized void level(boolean now) {
    if (plugged && opened > 0 && now != high) {
      edges.add(new Edge(System.nanoTime(), now, StampedBy.KERNEL));
    }
    high = now;
  }

  synchronized boolean level() {
    return high;
  }

  synchronized void plug(boolean in) {
    plugged = in;
    opened = 0;
  }

  synchronized boolean isOpen() {
    return opened > 0;
  }

  synchronized boolean isPlugged() {
    return plugged;
  }

  private synchronized void require() throws LinkDown {
    if (!plugged) {
      throw new LinkDown("scripted line: unplugged; plug it in");
    }
  }

  @Override
  public synchronized InputLine input(Bias bias) throws LinkDown {
    require();
    edges.clear();
    opened++;
    return new Input(edges);
  }

  @Override
  public synchronized OutputLine output(boolean level) throws LinkDown {
    require();
    high = level;
    opened++;
    return new Output();
  }

  private final class Input implements InputLine {
    private final Queue<Edge> mine;

    Input(Queue<Edge> mine) {
      this.mine = mine;
    }

    @Override
    public boolean high() throws LinkDown {
      require();
      return level();
    }

    @Override
    public @Nullable Edge next(Duration patience) throws LinkDown {
      require();
      try {
        Edge next = edges.poll(Math.min(patience.toNanos(), 5_000_000), TimeUnit.NANOSECONDS);
        require();
        return next;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return mine.poll();
      }
    }

    @Override
    public void close() {
      mine.clear();
    }
  }

  private final class Output implements OutputLine {
    @Override
    public void set(boolean now) throws LinkDown {
      require();
      level(now);
      edges.clear();
    }

    @Override
    public boolean high() throws LinkDown {
      require();
      return level();
    }

    @Override
    public void close() {
      edges.clear();
    }
  }
}
