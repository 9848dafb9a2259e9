// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp;

import io.wayside.core.device.DeviceException;
import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.core.device.DeviceException.Refused;
import io.wayside.core.device.DeviceException.TimedOut;
import io.wayside.driver.llrp.session.RadioSwitch;
import io.wayside.driver.llrp.session.ReaderSession;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The radio's switch, between those who turn it and the thread that speaks with the reader. One
 * wish at a time; what was wished last is kept for the next connection, also when it failed.
 */
final class Wishes {

  private final String deviceId;
  private final long patienceNanos;
  private final Object turn = new Object();

  private record Wish(boolean on, CompletableFuture<Optional<DeviceException>> outcome) {}

  private @Nullable Wish waiting;
  private @Nullable Wish passed;
  private boolean linked;

  Wishes(String deviceId, long patienceNanos) {
    this.deviceId = deviceId;
    this.patienceNanos = patienceNanos;
  }

  /** Waits until the reader has done it. */
  void radio(boolean on) throws DeviceException {
    synchronized (turn) {
      Wish wish = new Wish(on, new CompletableFuture<>());
      synchronized (this) {
        waiting = wish;
        if (!linked) {
          wish.outcome().complete(Optional.of(noWay()));
        }
      }
      Optional<DeviceException> failure = outcome(wish);
      if (failure.isPresent()) {
        throw failure.get();
      }
    }
  }

  private Optional<DeviceException> outcome(Wish wish) {
    try {
      return wish.outcome().get(patienceNanos, TimeUnit.NANOSECONDS);
    } catch (TimeoutException late) {
      return Optional.of(
          new TimedOut(
              "reader "
                  + deviceId
                  + ": nobody knows whether its radio was turned; ask again, or power it off"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of(new TimedOut("reader " + deviceId + ": the caller was interrupted"));
    } catch (ExecutionException impossible) {
      throw new IllegalStateException("a wish is never failed by its thread", impossible);
    }
  }

  private LinkDown noWay() {
    return new LinkDown(
        "no way to reader "
            + deviceId
            + " now; its radio will be as wished once it is back, and its health says why");
  }

  /** By the reader's thread: hands over what is wished. */
  synchronized void passTo(ReaderSession session) {
    linked = session.isReady();
    Wish wish = waiting;
    if (wish != null) {
      waiting = null;
      passed = wish;
      session.radio().want(wish.on());
    }
  }

  /** By the reader's thread: looks what became of it. */
  synchronized void settle(ReaderSession session) {
    linked = session.isReady();
    Wish wish = passed;
    if (wish == null || !linked) {
      return;
    }
    Optional<String> refusal = session.radio().refusal();
    if (refusal.isPresent()) {
      passed = null;
      wish.outcome().complete(Optional.of(new Refused(refusal.get())));
    } else if (session.radio().confirmed().equals(Optional.of(wish.on()))) {
      passed = null;
      wish.outcome().complete(Optional.empty());
    }
  }

  /** By the reader's thread: the connection is gone. */
  synchronized void noLink(RadioSwitch radio) {
    linked = false;
    Wish wish = waiting != null ? waiting : passed;
    if (waiting != null) {
      radio.want(waiting.on());
    }
    if (passed != null) {
      passed.outcome().complete(Optional.of(noWay()));
    }
    if (wish != null) {
      wish.outcome().complete(Optional.of(noWay()));
    }
    waiting = null;
    passed = null;
  }
}
