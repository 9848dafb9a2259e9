// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink;

import io.wayside.uplink.delivery.Parcel;
import io.wayside.uplink.transport.Publication;
import io.wayside.uplink.transport.Trouble;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What other threads tell the carrier's thread: acknowledgements (never more than the window), that
 * the connection was lost, that there may be something new, answers to commands (the oldest gives
 * way when nobody fetches them: whoever asks again is answered again), that it is time to stop.
 */
final class Mailbox {

  private static final int MOST_ANSWERS = 64;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private List<Parcel> acknowledged = new ArrayList<>();
  private final Deque<Publication> answers = new ArrayDeque<>();
  private @Nullable Loss lost;
  private boolean woken;
  private boolean stopping;

  /** What was in the box when it was emptied. */
  record Mail(
      List<Parcel> acknowledged,
      List<Publication> answers,
      @Nullable Loss lost,
      boolean stopping) {}

  /** How a connection ended. */
  record Loss(Trouble trouble, String reason) {}

  void acknowledged(Parcel parcel) {
    change(() -> acknowledged.add(parcel));
  }

  void lost(Trouble trouble, String reason) {
    change(() -> lost = new Loss(trouble, reason));
  }

  void answer(Publication answer) {
    change(
        () -> {
          if (answers.size() == MOST_ANSWERS) {
            answers.remove();
          }
          answers.add(answer);
        });
  }

  void wake() {
    change(() -> woken = true);
  }

  void stop() {
    change(() -> stopping = true);
  }

  boolean stopping() {
    lock.lock();
    try {
      return stopping;
    } finally {
      lock.unlock();
    }
  }

  /** Empties the box, at once. */
  Mail take() {
    lock.lock();
    try {
      Mail mail = new Mail(acknowledged, List.copyOf(answers), lost, stopping);
      acknowledged = new ArrayList<>();
      answers.clear();
      lost = null;
      woken = false;
      return mail;
    } finally {
      lock.unlock();
    }
  }

  /** Waits until there is mail or the order to stop, at most {@code patience}. */
  void await(Duration patience) throws InterruptedException {
    awaitUntil(() -> hasMail() || stopping, patience);
  }

  /** Waits until there is mail, at most {@code patience}; the order to stop is known already. */
  void awaitWhileStopping(Duration patience) throws InterruptedException {
    awaitUntil(this::hasMail, patience);
  }

  /** Waits for {@code time} to pass whatever comes, except the order to stop. */
  void rest(Duration time) throws InterruptedException {
    awaitUntil(() -> stopping, time);
  }

  private boolean hasMail() {
    return !acknowledged.isEmpty() || !answers.isEmpty() || lost != null || woken;
  }

  private void change(Runnable entry) {
    lock.lock();
    try {
      entry.run();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void awaitUntil(BooleanSupplier reason, Duration patience) throws InterruptedException {
    lock.lock();
    try {
      long leftNanos = patience.toNanos();
      while (!reason.getAsBoolean() && leftNanos > 0) {
        leftNanos = changed.awaitNanos(leftNanos);
      }
    } finally {
      lock.unlock();
    }
  }
}
