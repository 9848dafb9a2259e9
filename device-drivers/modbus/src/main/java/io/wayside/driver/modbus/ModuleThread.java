// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.modbus;

import io.wayside.driver.modbus.ModulePorts.Port;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread that goes round the ports of a module, from the first port on until the stop. */
final class ModuleThread implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(ModuleThread.class);

  private static final long JOIN_MS = 1_000;
  private static final long AFTER_FAULT_NANOS = 1_000_000_000L;

  private final String deviceId;
  private final Round round;
  private final Pace pace;
  private final List<Port> ports = new CopyOnWriteArrayList<>();
  private final Thread thread;
  private boolean started;
  private volatile boolean stopping;

  ModuleThread(String deviceId, Round round, Pace pace) {
    this.deviceId = deviceId;
    this.round = round;
    this.pace = pace;
    this.thread = new Thread(this::run, "modbus-ports-" + deviceId);
    thread.setDaemon(true);
  }

  synchronized void add(Port port) {
    if (port instanceof OutputPort output) {
      requireFree(output);
    }
    ports.add(port);
    if (!started && !stopping) {
      started = true;
      thread.start();
    }
    pace.wake();
  }

  private void requireFree(OutputPort output) {
    for (Port other : ports) {
      if (other instanceof OutputPort and && and.bit().equals(output.bit())) {
        throw new IllegalArgumentException(
            "%s and %s both switch %s of %s; give each a bit of its own"
                .formatted(output.deviceId(), and.deviceId(), output.bit(), deviceId));
      }
    }
  }

  synchronized boolean isStarted() {
    return started;
  }

  void remove(Port port) {
    ports.remove(port);
    pace.wake();
  }

  private void run() {
    try {
      while (!stopping) {
        pace.rest(turn());
      }
    } catch (InterruptedException stopped) {
      log.debug("module {}: interrupted while waiting", deviceId);
    } finally {
      round.end();
    }
  }

  private long turn() {
    try {
      return round.turn(ports);
    } catch (RuntimeException e) {
      log.error("module {}: fault in the driver; going on", deviceId, e);
      return AFTER_FAULT_NANOS;
    }
  }

  /** Ends the thread, waiting for it at most a second. */
  @Override
  public void close() {
    boolean running;
    synchronized (this) {
      stopping = true;
      running = started;
    }
    pace.wake();
    if (!running) {
      return;
    }
    try {
      thread.join(JOIN_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (thread.isAlive()) {
      log.warn("module {}: still busy {} ms after the stop; it ends by itself", deviceId, JOIN_MS);
    }
  }
}
