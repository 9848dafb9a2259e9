// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.peers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The upstream: acknowledges every publication at once and counts by number. While it is closed,
 * nobody listens on its port.
 */
final class Sink implements AutoCloseable {

  private static final int BACKLOG = 8;
  private static final int PAUSE_NANOS = 5_000_000;
  private static final double LAST_DOUBLES_S = 0.3;

  private final int port;
  private final AtomicIntegerArray arrivals;
  private final AtomicInteger distinct = new AtomicInteger();
  private final AtomicReference<@Nullable Trigger> trigger = new AtomicReference<>();
  private final List<Socket> connections = new CopyOnWriteArrayList<>();
  private volatile @Nullable ServerSocket listener;
  private volatile long firstNanos;
  private volatile long lastNanos;

  /** Done once, as soon as so many different numbers have arrived. */
  private record Trigger(int count, Runnable action) {}

  Sink(int port, int numbers) {
    this.port = port;
    this.arrivals = new AtomicIntegerArray(numbers);
  }

  void open() throws IOException {
    ServerSocket socket = new ServerSocket();
    socket.setReuseAddress(true);
    socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
    listener = socket;
    daemon("sink-accepts", () -> accept(socket));
  }

  /** Listens for what is started again; not again when it does so already. */
  void reopen() throws IOException {
    if (listener == null) {
      open();
    }
  }

  private void accept(ServerSocket socket) {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        connections.add(connection);
        daemon("sink", () -> new SinkConnection(connection, this::arrived).run());
      } catch (IOException closed) {
        return;
      }
    }
  }

  private static void daemon(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  private void arrived(int number) {
    if (number >= arrivals.length()) {
      return;
    }
    long now = System.nanoTime();
    if (arrivals.getAndIncrement(number) == 0) {
      int count = distinct.incrementAndGet();
      if (count == 1) {
        firstNanos = now;
      }
      Trigger waiting = trigger.get();
      if (waiting != null && count >= waiting.count && trigger.compareAndSet(waiting, null)) {
        waiting.action.run();
      }
    }
    lastNanos = now;
  }

  /** Has something done, once, on the receiving thread when so many numbers have arrived. */
  void when(int count, Runnable action) {
    trigger.set(new Trigger(count, action));
  }

  int times(int number) {
    return arrivals.get(number);
  }

  int distinct() {
    return distinct.get();
  }

  /** Different numbers per second between the first and the last arrival. */
  double perSecond() {
    return (distinct.get() - 1) * 1e9 / Math.max(1, lastNanos - firstNanos);
  }

  /**
   * Waits until every marked number has arrived, whatever else arrives before; or until nothing has
   * arrived for that long.
   */
  void awaitAll(Marks marks, double quietS) {
    int count = marks.count();
    await(() -> distinct.get() >= count && lacksNone(marks), quietS);
    await(() -> false, Math.min(quietS, LAST_DOUBLES_S));
  }

  private boolean lacksNone(Marks marks) {
    for (int number = 0; number < marks.numbers(); number++) {
      if (marks.isMarked(number) && arrivals.get(number) == 0) {
        return false;
      }
    }
    return true;
  }

  /** Waits until so many different numbers have arrived, or nothing has arrived for that long. */
  void awaitCount(int count, double quietS) {
    await(() -> distinct.get() >= count, quietS);
  }

  private void await(BooleanSupplier enough, double quietS) {
    long quietNanos = (long) (quietS * 1e9);
    long began = System.nanoTime();
    while (!enough.getAsBoolean()) {
      long since = distinct.get() == 0 ? began : Math.max(began, lastNanos);
      if (System.nanoTime() - since >= quietNanos) {
        return;
      }
      LockSupport.parkNanos(PAUSE_NANOS); // a time is being measured; there is no event for quiet
    }
  }

  @Override
  public void close() throws IOException {
    ServerSocket open = listener;
    listener = null;
    if (open != null) {
      open.close();
    }
    for (Socket connection : connections) {
      connection.close();
    }
    connections.clear();
  }
}
