// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.sparkplug;

import io.wayside.uplink.transport.MqttTransport.ConnectionEvents;
import io.wayside.uplink.transport.MqttTransport.Subscriber;
import io.wayside.uplink.transport.Trouble;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What other threads tell the node's thread. At most {@value #MOST_HEARD} messages wait, commands
 * at most half of them, so that a flood of commands does not drown the word of the primary host;
 * what comes beyond is counted and not looked at.
 */
final class NodeMail implements ConnectionEvents, Subscriber {

  static final int MOST_HEARD = 64;

  private static final String COMMAND = "CMD/"; // in the topics of commands, and in no state's

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private List<Heard> heard = new ArrayList<>();
  private List<Long> barriers = new ArrayList<>();
  private List<String> refusals = new ArrayList<>();
  private int answered;
  private long dropped;
  private @Nullable Loss lost;
  private boolean woken;
  private boolean stopping;

  /** A message as it came. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Heard(String topic, byte[] payload) {}

  /** How a connection ended. */
  record Loss(Trouble trouble, String reason) {}

  /**
   * What was in the box when it was emptied.
   *
   * @param barriers numbers of those acknowledged
   * @param answered subscriptions granted or refused
   * @param refusals those refused, with the reason
   * @param dropped messages that nobody looked at
   */
  record Mail(
      List<Heard> heard,
      List<Long> barriers,
      int answered,
      List<String> refusals,
      long dropped,
      @Nullable Loss lost,
      boolean stopping) {}

  @Override
  public void lost(Trouble trouble, String reason) {
    change(() -> lost = new Loss(trouble, reason));
  }

  @Override
  public void received(String topic, byte[] payload, boolean retained) {
    change(
        () -> {
          int most = topic.contains(COMMAND) ? MOST_HEARD / 2 : MOST_HEARD;
          if (heard.size() < most) {
            heard.add(new Heard(topic, payload));
          } else {
            dropped++;
          }
        });
  }

  @Override
  public void granted(String filter) {
    change(() -> answered++);
  }

  @Override
  public void subscriptionRefused(String filter, String reason) {
    change(
        () -> {
          answered++;
          refusals.add(filter + " (" + reason + ")");
        });
  }

  /** The broker has everything up to this barrier. */
  void barrier(long number) {
    change(() -> barriers.add(number));
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
      Mail mail = new Mail(heard, barriers, answered, refusals, dropped, lost, stopping);
      heard = new ArrayList<>();
      barriers = new ArrayList<>();
      refusals = new ArrayList<>();
      answered = 0;
      dropped = 0;
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
    return !heard.isEmpty() || !barriers.isEmpty() || answered > 0 || lost != null || woken;
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
