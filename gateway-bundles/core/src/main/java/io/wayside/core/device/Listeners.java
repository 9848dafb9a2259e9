// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.device;

import io.wayside.core.health.Health;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Passes on what one thread hears; a listener that throws does not disturb the others. */
public final class Listeners<E> implements Listener<E>, Source<E> {

  private final String source;
  private final BiConsumer<String, RuntimeException> log;
  private final List<Subscribed> all = new CopyOnWriteArrayList<>();

  /**
   * @param source what they listen to, such as {@code contact gate-1}
   * @param log hears of the first failure of each listener
   */
  public Listeners(String source, BiConsumer<String, RuntimeException> log) {
    this.source = source;
    this.log = log;
  }

  @Override
  public Subscription subscribe(Listener<? super E> listener) {
    Subscribed subscribed = new Subscribed(listener);
    all.add(subscribed);
    return subscribed;
  }

  @Override
  public void received(E event) {
    all.forEach(each -> each.call(listener -> listener.received(event)));
  }

  @Override
  public void interrupted(Interruption interruption) {
    all.forEach(each -> each.call(listener -> listener.interrupted(interruption)));
  }

  /** What went wrong in a listener that still listens. */
  public Optional<String> failure() {
    return all.stream().flatMap(each -> Optional.ofNullable(each.failure).stream()).findFirst();
  }

  /** The health of a device: its own, unless that is in order and a listener is not. */
  public Health healthOver(Health own) {
    Optional<String> failed = failure();
    return own.status() == Health.Status.OK && failed.isPresent()
        ? new Health(
            Health.Status.DEGRADED, "listener-failed", failed.get(), own.sinceMonotonicNanos())
        : own;
  }

  private final class Subscribed implements Subscription {

    private final Listener<? super E> listener;
    private boolean open = true;
    private volatile @Nullable String failure;

    Subscribed(Listener<? super E> listener) {
      this.listener = listener;
    }

    /** Holding the lock keeps the promise that no call begins once {@code close()} returned. */
    synchronized void call(Consumer<Listener<? super E>> call) {
      if (!open) {
        return;
      }
      try {
        call.accept(listener);
      } catch (RuntimeException fault) {
        if (failure == null) {
          log.accept(source + ": listener " + listener + " failed; it is still called", fault);
        }
        failure = "a listener of " + source + " failed: " + fault + "; see the log";
      }
    }

    /** Waits for a call in progress, unless it comes from that call itself. */
    @Override
    public synchronized void close() {
      open = false;
      all.remove(this);
    }
  }
}
