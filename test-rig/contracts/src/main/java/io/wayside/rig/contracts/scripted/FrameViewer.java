// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.contracts.scripted;

import io.wayside.core.device.Frame;
import io.wayside.core.device.Interruption;
import io.wayside.core.device.Listener;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Shows frames to one listener on a thread of its own; those that come while it looks are missed.
 */
final class FrameViewer implements Listener<Frame> {

  private final Listener<? super Frame> listener;
  private final Consumer<RuntimeException> onFault;
  private final ExecutorService thread;
  private final AtomicBoolean busy = new AtomicBoolean();
  private final AtomicInteger missed = new AtomicInteger();
  private final Object calling = new Object();
  private boolean closed;

  FrameViewer(
      String deviceId, Listener<? super Frame> listener, Consumer<RuntimeException> onFault) {
    this.listener = listener;
    this.onFault = onFault;
    this.thread =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread viewer = new Thread(task, deviceId + "-viewer");
              viewer.setDaemon(true);
              return viewer;
            });
  }

  @Override
  public void received(Frame frame) {
    if (!busy.compareAndSet(false, true)) {
      missed.incrementAndGet();
      return;
    }
    Frame shown =
        new Frame(
            frame.monotonicNanos(),
            frame.widthPx(),
            frame.heightPx(),
            frame.format(),
            frame.pixels(),
            missed.getAndSet(0));
    thread.execute(
        () -> {
          try {
            call(() -> listener.received(shown));
          } finally {
            busy.set(false);
          }
        });
  }

  @Override
  public void interrupted(Interruption interruption) {
    thread.execute(() -> call(() -> listener.interrupted(interruption)));
  }

  private void call(Runnable call) {
    synchronized (calling) {
      if (!closed) {
        try {
          call.run();
        } catch (RuntimeException fault) {
          onFault.accept(fault);
        }
      }
    }
  }

  void close() {
    synchronized (calling) {
      closed = true;
    }
    thread.shutdown();
  }
}
