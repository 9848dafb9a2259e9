// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.sparkplug;

import io.wayside.core.journal.JournalException;
import io.wayside.core.journal.Outbox;
import io.wayside.core.record.JournalRecord;
import io.wayside.uplink.delivery.Publications;
import io.wayside.uplink.transport.ConnectionLost;
import io.wayside.uplink.transport.MqttTransport.Connection;
import io.wayside.uplink.wire.Message;
import io.wayside.uplink.wire.sparkplug.BarrierWindow;
import io.wayside.uplink.wire.sparkplug.SparkplugSession;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * What goes out between a birth and a death, in steps taken by one thread: what is new at once, the
 * backlog as history at its pace, and after some of it a barrier, whose acknowledgement moves the
 * outbox.
 */
final class LiveDelivery {

  private static final int LARGEST_HANDFUL = 100; // records read from the journal at once
  private static final Duration OFTEN = Duration.ofSeconds(1);

  private final Outbox outbox;
  private final Connection connection;
  private final SparkplugSession session;
  private final BarrierWindow window;
  private final int most;
  private final Pace pace;
  private final long patienceNanos;
  private final LongConsumer barriers;
  private final Deque<Long> barriersSentNanos = new ArrayDeque<>();
  private long openedNanos;

  /**
   * Begins with the births: what waits now is the backlog.
   *
   * @param barriers where the connection's thread puts the numbers of barriers that the broker has;
   *     the node brings them back by {@link #acknowledged}
   */
  LiveDelivery(
      LiveViewPlan plan,
      Outbox outbox,
      Connection connection,
      SparkplugSession session,
      LongConsumer barriers,
      long monotonicNanos) {
    this.outbox = outbox;
    this.connection = connection;
    this.session = session;
    this.most = Math.min(plan.window(), connection.mostInFlight());
    this.window = new BarrierWindow(plan.tenant(), plan.gateway(), most);
    this.pace = new Pace(plan.backlogHz(), monotonicNanos);
    this.patienceNanos = plan.patience().toNanos();
    this.barriers = barriers;
    outbox.rewind();
  }

  /**
   * Sends what may be sent now.
   *
   * @return how long there will be nothing to do unless something happens
   * @throws ConnectionLost also when barriers are not acknowledged any more
   */
  Duration step(Instant now, long monotonicNanos) throws ConnectionLost, JournalException {
    requireHeard(monotonicNanos);
    int handful = Math.min(window.free(), LARGEST_HANDFUL);
    List<JournalRecord> fresh = handful == 0 ? List.of() : outbox.nextFresh(handful);
    send(fresh, false, now, monotonicNanos);
    Duration rest = fresh.size() == handful && handful > 0 ? Duration.ZERO : OFTEN;
    if (fresh.isEmpty() && handful > 0) {
      rest = history(handful, now, monotonicNanos);
    }
    return shorter(rest, barrierWhenDue(monotonicNanos));
  }

  private Duration history(int handful, Instant now, long monotonicNanos)
      throws ConnectionLost, JournalException {
    int allowed = Math.min(handful, pace.allowed(monotonicNanos));
    if (allowed == 0) {
      return pace.untilNext();
    }
    List<JournalRecord> old = outbox.nextOld(allowed);
    pace.took(old.size());
    send(old, true, now, monotonicNanos);
    if (old.isEmpty()) {
      publish(session.caughtUp(now));
      return OFTEN;
    }
    return pace.untilNext();
  }

  private void send(
      List<JournalRecord> records, boolean historical, Instant now, long monotonicNanos)
      throws ConnectionLost {
    for (JournalRecord record : records) {
      if (window.open() == 0) {
        openedNanos = monotonicNanos;
      }
      window.sent(record.id());
      publish(session.record(record, historical, now));
    }
  }

  /** QoS 0: nobody says whether it arrived. */
  void publish(List<Message> messages) throws ConnectionLost {
    for (Message message : messages) {
      connection.publish(Publications.of(message), () -> {});
    }
  }

  /** After a quarter of the window, or a second after the first record that has none. */
  private Duration barrierWhenDue(long monotonicNanos) throws ConnectionLost {
    if (window.open() == 0) {
      return OFTEN;
    }
    Duration left = OFTEN.minusNanos(monotonicNanos - openedNanos);
    if (window.open() < Math.max(1, most / 4) && left.compareTo(Duration.ZERO) > 0) {
      return left;
    }
    barrier(monotonicNanos);
    return OFTEN;
  }

  /** Whatever was sent is followed by a barrier. */
  void barrier(long monotonicNanos) throws ConnectionLost {
    if (window.open() > 0) {
      Message barrier = window.close();
      long number = window.number();
      barriersSentNanos.add(monotonicNanos);
      connection.publish(
          Publications.of(barrier, "application/json"), () -> barriers.accept(number));
    }
  }

  /** Whether a barrier is on its way. */
  boolean awaiting() {
    return !barriersSentNanos.isEmpty();
  }

  /** The broker has everything up to this barrier. */
  void acknowledged(long number) {
    window.acknowledged(number).forEach(outbox::acknowledge);
    barriersSentNanos.poll();
  }

  private void requireHeard(long monotonicNanos) throws ConnectionLost {
    Long oldest = barriersSentNanos.peek();
    if (oldest != null && monotonicNanos - oldest > patienceNanos) {
      throw new ConnectionLost(
          "the broker acknowledged no barrier for "
              + Duration.ofNanos(monotonicNanos - oldest).toSeconds()
              + " s; the link looks half-open",
          null);
    }
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
