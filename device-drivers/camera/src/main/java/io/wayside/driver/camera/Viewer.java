// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.camera;

import io.wayside.core.device.Frame;
import io.wayside.core.device.Interruption;
import io.wayside.core.device.Listener;
import io.wayside.core.device.Source;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * One listener with a thread of its own. While it looks at a picture those that come are missed and
 * counted; of what interrupts, the first is kept for it.
 */
final class Viewer implements Source.Subscription {

  /** Something to be called, and the memory it needs until then. */
  private record Mail(Consumer<Listener<? super Frame>> call, Runnable afterwards) {}

  private final Listener<? super Frame> listener;
  private final Consumer<RuntimeException> onFault;
  private final Consumer<Viewer> onClose;
  private final Thread thread;
  private final Object calling = new Object();
  private final Deque<Mail> mail = new ArrayDeque<>();
  private boolean busy;
  private boolean interruptionWaits;
  private boolean ending;
  private boolean closed;
  private int missed;

  Viewer(
      String name,
      Listener<? super Frame> listener,
      Consumer<RuntimeException> onFault,
      Consumer<Viewer> onClose) {
    this.listener = listener;
    this.onFault = onFault;
    this.onClose = onClose;
    this.thread = new Thread(this::run, name);
    thread.setDaemon(true);
    thread.start();
  }

  /** Shows it, unless the listener is busy. */
  synchronized void show(Frame frame, Sheet sheet, int skipped) {
    missed = (int) Math.min(Integer.MAX_VALUE, (long) missed + skipped);
    if (busy || !mail.isEmpty() || ending) {
      missed += missed < Integer.MAX_VALUE ? 1 : 0;
      return;
    }
    Frame own =
        new Frame(
            frame.monotonicNanos(),
            frame.widthPx(),
            frame.heightPx(),
            frame.format(),
            frame.pixels(),
            missed);
    missed = 0;
    sheet.hold();
    mail.add(new Mail(to -> to.received(own), sheet::release));
    notifyAll();
  }

  synchronized void interrupted(Interruption interruption) {
    if (!interruptionWaits) {
      interruptionWaits = true;
      mail.add(new Mail(to -> to.interrupted(interruption), this::interruptionTold));
      notifyAll();
    }
  }

  private synchronized void interruptionTold() {
    interruptionWaits = false;
  }

  /** Waits until it has seen what it was shown. */
  synchronized void awaitIdle() throws InterruptedException {
    while ((busy || !mail.isEmpty()) && !ending) {
      wait();
    }
  }

  /** Ends after what waits now; does not wait for that. */
  synchronized void end() {
    ending = true;
    notifyAll();
  }

  private void run() {
    try {
      for (Mail next = take(); next != null; next = take()) {
        call(next);
        done(next);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized @org.jspecify.annotations.Nullable Mail take() throws InterruptedException {
    while (mail.isEmpty() && !ending) {
      wait();
    }
    Mail next = mail.poll();
    busy = next != null;
    return next;
  }

  private void call(Mail next) {
    synchronized (calling) {
      if (!closed) {
        try {
          next.call.accept(listener);
        } catch (RuntimeException fault) {
          onFault.accept(fault);
        }
      }
    }
  }

  private synchronized void done(Mail finished) {
    finished.afterwards.run();
    busy = false;
    notifyAll();
  }

  /** Waits for a call in progress, unless it comes from that call itself. */
  @Override
  public void close() {
    synchronized (calling) {
      closed = true;
    }
    end();
    onClose.accept(this);
  }
}
