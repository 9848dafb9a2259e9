// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.supervision;

import io.wayside.core.device.Backoff;
import io.wayside.core.device.DeviceException;
import io.wayside.core.health.Health;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/** The thread that keeps a device open, from its start until it is closed. */
public final class DeviceThread implements AutoCloseable {

  private final Logger log;
  private final KeptOpen device;
  private final Backoff backoff;
  private final long joinMs;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread thread;
  private final Held held = new Held();
  private volatile Health health;

  /**
   * A thread that is not started.
   *
   * @param name of the thread, and of the device in the log
   * @param stopWithin how long a stop waits for the thread
   */
  public DeviceThread(
      String name, Logger log, KeptOpen device, Backoff backoff, Duration stopWithin) {
    this.log = log;
    this.device = device;
    this.backoff = backoff;
    this.joinMs = stopWithin.toMillis();
    this.health = device.health();
    this.thread = new Thread(this::run, name);
    this.thread.setDaemon(true);
  }

  public void start() {
    thread.start();
  }

  /** How the device is; from any thread. */
  public Health health() {
    return health;
  }

  private void run() {
    new Attempts(device, backoff, this::pause, this::show, this::fault).run(held);
  }

  private void pause(long ms) throws InterruptedException {
    held.letGo();
    if (stop.await(ms, TimeUnit.MILLISECONDS)) {
      log.debug("{}: stopped while waiting", thread.getName());
    }
  }

  private void show(Health now) {
    if (!now.sameAs(health)) {
      String counts = device.counts();
      log.info(
          "{}: {} {}{}",
          thread.getName(),
          now.status(),
          now.message(),
          counts.isEmpty() ? "" : " (" + counts + ")");
    }
    health = now;
  }

  private void fault(String what, Throwable fault) {
    log.error("{}: {}", thread.getName(), what, fault);
  }

  /** Ends the thread and what it opened, waiting for it no longer than was said at the start. */
  @Override
  public void close() {
    stop.countDown();
    held.end();
    try {
      thread.join(joinMs);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (thread.isAlive()) {
      log.warn("{}: still busy {} ms after the stop; it ends by itself", thread.getName(), joinMs);
    }
  }

  /** What is open. The lock is never held while something is opened, read or closed. */
  private final class Held implements Hold {

    private boolean opening;
    private @Nullable AutoCloseable current;

    @Override
    public boolean isStopping() {
      return stop.getCount() == 0;
    }

    @Override
    public <C extends AutoCloseable> C open(Opening<C> how)
        throws DeviceException, InterruptedException {
      begin();
      C opened = null;
      try {
        opened = how.open();
        return opened;
      } finally {
        opened(opened);
      }
    }

    private synchronized void begin() throws InterruptedException {
      if (isStopping()) {
        throw new InterruptedException("stopped before it was opened");
      }
      opening = true;
    }

    private synchronized void opened(@Nullable AutoCloseable what) {
      opening = false;
      current = what;
      if (isStopping()) {
        // The interrupt was for the opening; who tells of the stop must not trip over it.
        Thread.interrupted();
      }
    }

    synchronized void letGo() {
      current = null;
    }

    private synchronized @Nullable AutoCloseable interruptOrTake() {
      if (opening) {
        thread.interrupt();
      }
      return current;
    }

    /** From the thread that stops. */
    void end() {
      AutoCloseable open = interruptOrTake();
      if (open != null) {
        try {
          open.close();
        } catch (Exception fault) {
          log.warn("{}: does not close", thread.getName(), fault);
        }
      }
    }

    @Override
    public void progress() {
      backoff.reset();
    }

    @Override
    public void publish() {
      show(device.health());
    }
  }
}
