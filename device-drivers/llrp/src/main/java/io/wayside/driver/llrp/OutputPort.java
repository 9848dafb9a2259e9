// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp;

import io.wayside.core.device.DeviceException;
import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.core.device.DeviceException.Refused;
import io.wayside.core.device.DeviceException.TimedOut;
import io.wayside.core.device.Lease;
import io.wayside.core.health.Health;
import io.wayside.core.health.Health.Status;
import io.wayside.core.time.TimeSource;
import io.wayside.driver.llrp.PortTrouble.Kind;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** One output between those who drive it and the thread that speaks with its reader. */
final class OutputPort implements ReaderPorts.Output, AutoCloseable {

  /** How long a call waits for the reader to confirm. */
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final String deviceId;
  private final int port;
  private final boolean inverted;
  private final Lease lease;
  private final TimeSource time;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private @Nullable Boolean told;
  private @Nullable PortTrouble trouble;
  private boolean closed;
  private volatile Health health;

  OutputPort(String deviceId, int port, boolean inverted, Lease lease, TimeSource time) {
    this.deviceId = deviceId;
    this.port = port;
    this.inverted = inverted;
    this.lease = lease;
    this.time = time;
    this.health =
        Health.starting(deviceId + ": its reader is not connected yet", time.monotonicNanos());
  }

  boolean safeOn() {
    return lease.safeOn();
  }

  Health health() {
    return health;
  }

  void drive(boolean on, long leaseNanos) throws DeviceException {
    lock.lock();
    try {
      requireReader();
      lease.take(on, time.monotonicNanos() + leaseNanos);
      confirm(on);
    } finally {
      lock.unlock();
    }
  }

  void release() throws DeviceException {
    lock.lock();
    try {
      requireReader();
      lease.end();
      confirm(lease.safeOn());
    } finally {
      lock.unlock();
    }
  }

  private void requireReader() throws DeviceException {
    if (told == null || closed) {
      throw noUse(trouble);
    }
  }

  private DeviceException noUse(@Nullable PortTrouble met) {
    return met != null && met.kind() == Kind.REFUSED
        ? new Refused(health.message())
        : new LinkDown(health.message());
  }

  /** Waits until the reader has done it; another call may have changed the wish meanwhile. */
  private void confirm(boolean on) throws DeviceException {
    trouble = null;
    long left = PATIENCE_NANOS;
    try {
      while (told == null || told != on) {
        PortTrouble met = trouble;
        if (met != null) {
          lease.end();
          throw noUse(met);
        }
        if (lease.on(time.monotonicNanos()) != on) {
          return;
        }
        if (left <= 0) {
          lease.end();
          throw new TimedOut(
              deviceId + ": nobody knows whether it was switched; ask again, or look at it");
        }
        left = changed.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      lease.end();
      throw new TimedOut(deviceId + ": the caller was interrupted");
    }
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public boolean wanted(long nowNanos) {
    lock.lock();
    try {
      return lease.on(nowNanos) != inverted;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void confirmed(boolean high) {
    lock.lock();
    try {
      if (told == null) {
        health = Health.ok(time.monotonicNanos());
      }
      told = high != inverted;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** What was told before the loss is forgotten, so that nothing is caught up on later. */
  @Override
  public void lost(PortTrouble met, long nowNanos) {
    lock.lock();
    try {
      lease.end();
      told = null;
      trouble = met;
      String detail =
          deviceId + ": " + (met.kind() == Kind.LINK_DOWN ? counts() : "") + met.words();
      Health now = new Health(Status.FAILED, met.code(), detail, nowNanos);
      health = now.sameAs(health) ? health : now;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private String counts() {
    return "counts as "
        + (lease.safeOn() ? "on" : "off")
        + ", its safe state, but a reader that is not connected keeps what it was told last; ";
  }

  /** Ends in the safe state; waits for that a moment, if the reader is there. */
  @Override
  public void close() {
    lock.lock();
    try {
      lease.end();
      if (told != null && !closed) {
        confirm(lease.safeOn());
      }
    } catch (DeviceException notConfirmed) {
      trouble = new PortTrouble(Kind.LINK_DOWN, String.valueOf(notConfirmed.getMessage()));
    } finally {
      closed = true;
      health =
          new Health(
              Status.FAILED,
              "stopped",
              deviceId
                  + ": the driver was stopped"
                  + (trouble == null ? "" : ", and its safe state is not confirmed"),
              time.monotonicNanos());
      lock.unlock();
    }
  }
}
