// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.modbus;

import io.wayside.core.device.Backoff;
import io.wayside.core.device.DeviceException;
import io.wayside.core.device.DeviceException.Garbled;
import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.core.device.DeviceException.Refused;
import io.wayside.core.device.DeviceException.TimedOut;
import io.wayside.core.device.Interruption.Cause;
import io.wayside.core.device.Lease;
import io.wayside.core.health.Health;
import io.wayside.core.health.Health.Status;
import io.wayside.core.time.TimeSource;
import io.wayside.driver.modbus.round.Bit;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The bit of an output: written by who drives it and, when a lease ends or the module was away, by
 * the module's thread; read back with each look.
 */
final class OutputPort implements ModulePorts.Port {

  /** Modules take what is written over into their outputs once a cycle. */
  private static final long FOLLOWS_WITHIN_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

  private final String deviceId;
  private final ModulePorts module;
  private final Bit bit;
  private final long lookEveryNanos;
  private final boolean inverted;
  private final Lease lease;
  private final Backoff backoff;
  private final TimeSource time;
  private final ReentrantLock lock = new ReentrantLock();

  /** What the module confirmed last; null when it is not known what the bit is. */
  private @Nullable Boolean told;

  private long toldNanos;
  private long retryNanos;
  private boolean closed;
  private volatile Health health;

  OutputPort(
      String deviceId,
      ModulePorts module,
      Bit bit,
      long lookEveryNanos,
      boolean inverted,
      Lease lease,
      Backoff backoff,
      TimeSource time) {
    this.deviceId = deviceId;
    this.module = module;
    this.bit = bit;
    this.lookEveryNanos = lookEveryNanos;
    this.inverted = inverted;
    this.lease = lease;
    this.backoff = backoff;
    this.time = time;
    this.retryNanos = time.monotonicNanos();
    this.health = Health.starting(deviceId + ": its module has confirmed nothing yet", retryNanos);
  }

  String deviceId() {
    return deviceId;
  }

  Health health() {
    return health;
  }

  boolean safeOn() {
    return lease.safeOn();
  }

  @Override
  public Bit bit() {
    return bit;
  }

  @Override
  public long lookEveryNanos() {
    return lookEveryNanos;
  }

  void drive(boolean on, long leaseNanos) throws DeviceException {
    lock.lock();
    try {
      requireModule();
      if (on != lease.safeOn()) {
        module.requireWatched();
      }
      lease.take(on, time.monotonicNanos() + leaseNanos);
      write();
    } catch (DeviceException e) {
      throw named(e);
    } finally {
      lock.unlock();
    }
    module.wake();
  }

  void release() throws DeviceException {
    lock.lock();
    try {
      requireModule();
      lease.end();
      write();
    } catch (DeviceException e) {
      throw named(e);
    } finally {
      lock.unlock();
    }
  }

  /** Nothing is taken on that would be caught up on later. */
  private void requireModule() throws LinkDown {
    if (told == null || closed) {
      throw new LinkDown(health.message());
    }
  }

  private DeviceException named(DeviceException e) {
    String words = String.valueOf(e.getMessage());
    String message = words.startsWith(deviceId) ? words : deviceId + ": " + words;
    if (e instanceof LinkDown) {
      return new LinkDown(message, e);
    }
    if (e instanceof Refused) {
      return new Refused(message);
    }
    return e instanceof Garbled ? new Garbled(message) : new TimedOut(message);
  }

  /** Called with the lock held. */
  private void write() throws DeviceException {
    boolean wanted = lease.on(time.monotonicNanos());
    try {
      module.write(bit, wanted != inverted);
      toldNanos = time.monotonicNanos();
      if (told == null || health.status() == Status.STARTING) {
        health = Health.ok(toldNanos);
      }
      told = wanted;
      backoff.reset();
    } catch (DeviceException e) {
      lost(Trouble.of(e), time.monotonicNanos());
      throw e;
    }
  }

  @Override
  public void due(long nowNanos) {
    lock.lock();
    try {
      boolean asWanted = told != null && told == lease.on(nowNanos);
      if (!closed && !asWanted && nowNanos - retryNanos >= 0) {
        write();
      }
    } catch (DeviceException known) {
      retryNanos = time.monotonicNanos() + TimeUnit.MILLISECONDS.toNanos(backoff.nextMs());
    } finally {
      lock.unlock();
    }
  }

  @Override
  public long untilDueNanos(long nowNanos, long longestNanos) {
    lock.lock();
    try {
      return told == null
          ? Math.max(0, Math.min(longestNanos, retryNanos - nowNanos))
          : lease.leftNanos(nowNanos, longestNanos);
    } finally {
      lock.unlock();
    }
  }

  /** Read back. A look from before the last writing says nothing. */
  @Override
  public void looked(boolean on, long nanos) {
    lock.lock();
    try {
      if (told == null || closed || nanos - toldNanos <= 0) {
        return;
      }
      boolean followed = (on != inverted) == told;
      if (followed) {
        health = health.status() == Status.OK ? health : Health.ok(nanos);
      } else if (nanos - toldNanos > FOLLOWS_WITHIN_NANOS) {
        notFollowed(nanos);
      }
    } finally {
      lock.unlock();
    }
  }

  /** The module may have restarted or its watchdog struck; it is told once more. */
  private void notFollowed(long nanos) {
    String detail =
        "%s: the module confirmed %s and has %s; look at its watchdog, at a switch by hand and at who else writes to it"
            .formatted(deviceId, word(told), word(told == null ? null : !told));
    Health now = new Health(Status.FAILED, "output-not-followed", detail, nanos);
    health = now.sameAs(health) ? health : now;
    try {
      write();
    } catch (DeviceException e) {
      retryNanos = time.monotonicNanos() + TimeUnit.MILLISECONDS.toNanos(backoff.nextMs());
    }
  }

  private static String word(@Nullable Boolean on) {
    return on == null ? "nothing" : on ? "on" : "off";
  }

  /** What was told before the loss is forgotten, so that nothing is caught up on later. */
  @Override
  public void lost(Trouble trouble, long nowNanos) {
    lock.lock();
    try {
      if (closed) {
        return;
      }
      lease.end();
      told = null;
      String left =
          trouble.cause() == Cause.STOPPED
              ? ""
              : "not known to be " + word(lease.safeOn()) + ", its safe state: ";
      Health now =
          new Health(
              Status.FAILED, trouble.code(), deviceId + ": " + left + trouble.words(), nowNanos);
      health = now.sameAs(health) ? health : now;
    } finally {
      lock.unlock();
    }
  }

  /** Ends in the safe state, if the module takes it. */
  void close() {
    lock.lock();
    try {
      lease.end();
      boolean confirmed = told != null && (told == lease.safeOn() || isMadeSafe());
      closed = true;
      health =
          new Health(
              Status.FAILED,
              "stopped",
              deviceId
                  + ": the driver was stopped"
                  + (confirmed ? "" : ", and its safe state is not confirmed"),
              time.monotonicNanos());
    } finally {
      lock.unlock();
    }
  }

  private boolean isMadeSafe() {
    try {
      write();
      return true;
    } catch (DeviceException e) {
      return false;
    }
  }
}
