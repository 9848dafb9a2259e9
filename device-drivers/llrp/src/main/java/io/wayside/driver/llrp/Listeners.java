// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp;

import io.wayside.core.device.Interruption;
import io.wayside.core.device.Listener;
import io.wayside.core.device.Source;
import io.wayside.core.device.TagSighting;
import io.wayside.core.health.Health;
import io.wayside.core.health.Health.Status;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Passes on what one thread hears; a listener that throws does not disturb the others. */
final class Listeners implements Listener<TagSighting>, Source<TagSighting> {

  private static final Logger log = LoggerFactory.getLogger(Listeners.class);

  private final String deviceId;
  private final List<Subscribed> all = new CopyOnWriteArrayList<>();

  /** The last thing that went wrong in a listener that still listens; null when nothing did. */
  private volatile @Nullable String failure;

  Listeners(String deviceId) {
    this.deviceId = deviceId;
  }

  @Override
  public Subscription subscribe(Listener<? super TagSighting> listener) {
    Subscribed subscribed = new Subscribed(listener);
    all.add(subscribed);
    return subscribed;
  }

  @Override
  public void received(TagSighting reading) {
    all.forEach(each -> each.call(listener -> listener.received(reading)));
  }

  @Override
  public void interrupted(Interruption interruption) {
    all.forEach(each -> each.call(listener -> listener.interrupted(interruption)));
  }

  /** The health of a device: that of its line, unless that is in order and a listener is not. */
  Health healthOver(Health line) {
    String failed = failure;
    if (line.status() == Status.OK && failed != null) {
      return new Health(Status.DEGRADED, "listener-failed", failed, line.sinceMonotonicNanos());
    }
    return line;
  }

  private final class Subscribed implements Subscription {

    private final Listener<? super TagSighting> listener;
    private boolean open = true;
    private boolean failed;

    Subscribed(Listener<? super TagSighting> listener) {
      this.listener = listener;
    }

    /** Holding the lock keeps the promise that no call begins once {@code close()} returned. */
    synchronized void call(Consumer<Listener<? super TagSighting>> call) {
      if (!open) {
        return;
      }
      try {
        call.accept(listener);
      } catch (RuntimeException e) {
        if (!failed) {
          log.error("device {}: listener {} failed; it is still called", deviceId, listener, e);
        }
        failed = true;
        failure = "a listener of device " + deviceId + " failed: " + e + "; see the log";
      }
    }

    /** Waits for a call in progress, unless it comes from that call itself. */
    @Override
    public synchronized void close() {
      open = false;
      all.remove(this);
      if (failed) {
        failure = null;
      }
    }
  }
}
