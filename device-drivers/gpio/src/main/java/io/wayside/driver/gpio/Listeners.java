// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.gpio;

import io.wayside.core.device.ContactChange;
import io.wayside.core.device.Interruption;
import io.wayside.core.device.Listener;
import io.wayside.core.device.Source;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Passes on what one thread reads; a listener that throws does not disturb the others. */
final class Listeners implements Listener<ContactChange>, Source<ContactChange> {

  private static final Logger log = LoggerFactory.getLogger(Listeners.class);

  private final String deviceId;
  private final List<Subscribed> all = new CopyOnWriteArrayList<>();
  private volatile @Nullable String failure;

  Listeners(String deviceId) {
    this.deviceId = deviceId;
  }

  @Override
  public Subscription subscribe(Listener<? super ContactChange> listener) {
    Subscribed subscribed = new Subscribed(listener);
    all.add(subscribed);
    return subscribed;
  }

  @Override
  public void received(ContactChange change) {
    all.forEach(each -> each.call(listener -> listener.received(change)));
  }

  @Override
  public void interrupted(Interruption interruption) {
    all.forEach(each -> each.call(listener -> listener.interrupted(interruption)));
  }

  /** The last thing that went wrong in a listener that still listens; null when nothing did. */
  @Nullable String failure() {
    return failure;
  }

  private final class Subscribed implements Subscription {

    private final Listener<? super ContactChange> listener;
    private boolean open = true;
    private boolean failed;

    Subscribed(Listener<? super ContactChange> listener) {
      this.listener = listener;
    }

    /** Holding the lock keeps the promise that no call begins once {@code close()} returned. */
    synchronized void call(Consumer<Listener<? super ContactChange>> call) {
      if (!open) {
        return;
      }
      try {
        call.accept(listener);
      } catch (RuntimeException e) {
        if (!failed) {
          log.error("contact {}: listener {} failed; it is still called", deviceId, listener, e);
        }
        failed = true;
        failure = "a listener of contact " + deviceId + " failed: " + e + "; see the log";
      }
    }

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
