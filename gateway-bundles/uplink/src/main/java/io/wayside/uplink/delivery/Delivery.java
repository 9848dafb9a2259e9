// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.delivery;

import io.wayside.core.journal.JournalException;
import io.wayside.core.journal.Outbox;
import io.wayside.core.record.Importance;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.RecordId;
import io.wayside.uplink.transport.ConnectionLost;
import io.wayside.uplink.transport.MqttTransport.Connection;
import io.wayside.uplink.wire.Message;
import io.wayside.uplink.wire.PayloadProfile;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One session's delivery, in steps taken by one thread: keeps the window full from the outbox,
 * moves the outbox on acknowledgement, and notices a link on which acknowledgements stopped.
 */
public final class Delivery {

  private static final int LARGEST_HANDFUL = 100; // records read from the journal at once

  private final Outbox outbox;
  private final Connection connection;
  private final PayloadProfile profile;
  private final InFlight inFlight;
  private final long patienceNanos;
  private final Optional<Duration> telemetryExpiry;
  private final Consumer<RecordId> acknowledgements;
  private long lastHeardNanos;

  /**
   * Begins a session: what an earlier one left unacknowledged is sent again.
   *
   * @param patience without any acknowledgement while something is in flight, the link counts as
   *     half-open
   * @param telemetryExpiry after which the broker may throw telemetry away
   * @param acknowledgements where the connection's thread puts what was acknowledged; the carrier
   *     brings it back by {@link #acknowledged}
   */
  public Delivery(
      Outbox outbox,
      Connection connection,
      PayloadProfile profile,
      int window,
      Duration patience,
      Optional<Duration> telemetryExpiry,
      Consumer<RecordId> acknowledgements,
      long monotonicNanos) {
    this.outbox = outbox;
    this.connection = connection;
    this.profile = profile;
    this.inFlight = new InFlight(Math.min(window, connection.mostInFlight()));
    this.patienceNanos = patience.toNanos();
    this.telemetryExpiry = telemetryExpiry;
    this.acknowledgements = acknowledgements;
    this.lastHeardNanos = monotonicNanos;
    outbox.rewind();
  }

  /** The broker has it. */
  public void acknowledged(RecordId id, long monotonicNanos) {
    lastHeardNanos = monotonicNanos;
    if (inFlight.acknowledged(id)) {
      outbox.acknowledge(id);
    }
  }

  /**
   * Sends what the window allows.
   *
   * @return whether the outbox may hold more that could be sent at once
   * @throws ConnectionLost also when acknowledgements have stopped coming
   */
  public boolean step(long monotonicNanos) throws ConnectionLost, JournalException {
    long silentNanos =
        Math.min(inFlight.oldestAgeNanos(monotonicNanos), monotonicNanos - lastHeardNanos);
    if (!inFlight.isEmpty() && silentNanos > patienceNanos) {
      throw new ConnectionLost(
          "the broker acknowledged nothing for "
              + Duration.ofNanos(silentNanos).toSeconds()
              + " s; the link looks half-open",
          null);
    }
    int handful = Math.min(inFlight.free(), LARGEST_HANDFUL);
    if (handful == 0) {
      return false;
    }
    var records = outbox.next(handful);
    for (JournalRecord record : records) {
      RecordId id = record.id();
      inFlight.sent(id, monotonicNanos);
      send(record, () -> acknowledgements.accept(id));
    }
    return records.size() == handful && inFlight.free() > 0;
  }

  private void send(JournalRecord record, Runnable acknowledged) throws ConnectionLost {
    Message message = profile.record(record);
    boolean mayExpire = record.importance() == Importance.TELEMETRY && !message.retained();
    Optional<Duration> expiry = mayExpire ? telemetryExpiry : Optional.empty();
    connection.publish(
        Publications.of(message, profile.contentType()).expiring(expiry), acknowledged);
  }

  /** Whether everything handed over was acknowledged. */
  public boolean settled() {
    return inFlight.isEmpty();
  }
}
