// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing;

import io.wayside.core.device.Interruption;
import io.wayside.core.device.Listener;
import io.wayside.core.device.Source;
import io.wayside.core.device.WeightReading;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Passes indications on; a listener that throws does not disturb the others. */
final class ScaleListeners implements Listener<WeightReading>, Source<WeightReading> {

  private static final Logger LOG = LoggerFactory.getLogger(ScaleListeners.class);

  private final String deviceId;
  private final List<Subscribed> all = new CopyOnWriteArrayList<>();

  ScaleListeners(String deviceId) {
    this.deviceId = deviceId;
  }

  @Override
  public Subscription subscribe(Listener<? super WeightReading> listener) {
    Subscribed subscribed = new Subscribed(listener);
    all.add(subscribed);
    return subscribed;
  }

  @Override
  public void received(WeightReading reading) {
    all.forEach(each -> each.call(listener -> listener.received(reading)));
  }

  @Override
  public void interrupted(Interruption interruption) {
    all.forEach(each -> each.call(listener -> listener.interrupted(interruption)));
  }

  /** What went wrong in a listener that still listens. */
  Optional<String> failure() {
    return all.stream().flatMap(each -> each.failure().stream()).findFirst();
  }

  private final class Subscribed implements Subscription {

    private final Listener<? super WeightReading> listener;
    private boolean open = true;
    private Optional<String> failure = Optional.empty();

    Subscribed(Listener<? super WeightReading> listener) {
      this.listener = listener;
    }

    /** Holding the lock keeps the promise that no call begins once {@code close()} returned. */
    synchronized void call(Consumer<Listener<? super WeightReading>> call) {
      if (!open) {
        return;
      }
      try {
        call.accept(listener);
      } catch (RuntimeException fault) {
        if (failure.isEmpty()) {
          LOG.error("scale {}: listener {} failed; it is still called", deviceId, listener, fault);
        }
        failure =
            Optional.of("a listener of scale " + deviceId + " failed: " + fault + "; see the log");
      }
    }

    synchronized Optional<String> failure() {
      return failure;
    }

    @Override
    public synchronized void close() {
      open = false;
      all.remove(this);
    }
  }
}
