// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.page;

import com.sun.net.httpserver.HttpExchange;
import io.wayside.rig.central.store.StoredRecord;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** All open pages. There may be a bounded number of them; one that does not read is dropped. */
final class Feed implements AutoCloseable {

  static final int MOST_VIEWERS = 32;

  private final Map<Viewer, Thread> viewers = new ConcurrentHashMap<>();
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(run -> daemon(run, "central-page-watch"));
  private final Duration patience;

  Feed(Duration patience) {
    this.patience = patience;
    long everyMs = Math.max(1, patience.toMillis() / 4);
    var unused =
        watch.scheduleWithFixedDelay(this::dropStalled, everyMs, everyMs, TimeUnit.MILLISECONDS);
  }

  void stored(StoredRecord record) {
    viewers.keySet().forEach(viewer -> viewer.stored(record));
  }

  void changed() {
    viewers.keySet().forEach(Viewer::changed);
  }

  int viewers() {
    return viewers.size();
  }

  /** Takes the exchange over; false when there are too many already. */
  synchronized boolean admit(
      HttpExchange exchange, Supplier<String> hello, Supplier<String> situation)
      throws IOException {
    if (viewers.size() >= MOST_VIEWERS) {
      return false;
    }
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
    exchange.sendResponseHeaders(200, 0);
    Viewer viewer = new Viewer(exchange.getResponseBody(), situation);
    Thread thread =
        daemon(
            () -> {
              try {
                viewer.serve(hello.get());
              } catch (InterruptedException dropped) {
                Thread.currentThread().interrupt();
              } finally {
                viewers.remove(viewer);
                exchange.close();
              }
            },
            "central-viewer");
    viewers.put(viewer, thread);
    thread.start();
    return true;
  }

  @Override
  public void close() {
    watch.shutdownNow();
    viewers.values().forEach(Thread::interrupt);
  }

  /** Interrupting a thread that waits in a socket channel's write closes that channel. */
  private void dropStalled() {
    long now = System.nanoTime();
    viewers.forEach(
        (viewer, thread) -> {
          if (viewer.stalledNanos(now) > patience.toNanos()) {
            thread.interrupt();
          }
        });
  }

  private static Thread daemon(Runnable run, String name) {
    Thread thread = new Thread(run, name);
    thread.setDaemon(true);
    return thread;
  }
}
