// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink;

import io.wayside.core.record.RecordId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What other threads tell the carrier's thread: acknowledgements (never more than the window), that the
 * connection was lost, that there may be something new, that it is time to stop.
 */
final class Mailbox {

  private List<RecordId> acknowledged = new ArrayList<>();
  private @Nullable String lost;
  private boolean woken;
  private boolean stopping;

  /** What was in the box when it was emptied. */
  record Mail(List<RecordId> acknowledged, @Nullable String lost, boolean stopping) {}

  synchronized void acknowledged(RecordId id) {
    acknowledged.add(id);
    notifyAll();
  }

  synchronized void lost(String reason) {
    lost = reason;
    notifyAll();
  }

  synchronized void wake() {
    woken = true;
    notifyAll();
  }

  synchronized void stop() {
    stopping = true;
    notifyAll();
  }

  synchronized boolean stopping() {
    return stopping;
  }

  /** Empties the box, at once. */
  synchronized Mail take() {
    Mail mail = new Mail(acknowledged, lost, stopping);
    acknowledged = new ArrayList<>();
    lost = null;
    woken = false;
    return mail;
  }

  /** Waits until there is mail, at most {@code patience}. */
  synchronized void await(Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (acknowledged.isEmpty() && lost == null && !woken && !stopping) {
      if (!waitUntil(deadline)) {
        return;
      }
    }
  }

  /** As {@link #await}, also after the order to stop. */
  synchronized void awaitNews(Duration patience) throws InterruptedException {
    if (acknowledged.isEmpty() && lost == null && !woken) {
      waitUntil(System.nanoTime() + patience.toNanos());
    }
  }

  /** Waits for {@code time} to pass whatever comes, except the order to stop. */
  synchronized void rest(Duration time) throws InterruptedException {
    long deadline = System.nanoTime() + time.toNanos();
    while (!stopping && waitUntil(deadline)) {
      // woken for something that can wait
    }
  }

  private boolean waitUntil(long deadlineNanos) throws InterruptedException {
    long leftMs = (deadlineNanos - System.nanoTime() + 999_999) / 1_000_000;
    if (leftMs <= 0) {
      return false;
    }
    wait(leftMs);
    return true;
  }
}
