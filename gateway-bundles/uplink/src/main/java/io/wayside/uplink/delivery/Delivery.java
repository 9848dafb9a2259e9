// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.delivery;

import io.wayside.core.journal.JournalException;
import io.wayside.core.journal.Outbox;
import io.wayside.core.record.JournalRecord;
import io.wayside.uplink.transport.ConnectionLost;
import io.wayside.uplink.transport.MqttTransport.Connection;
import io.wayside.uplink.wire.PayloadProfile;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One session's delivery, in steps taken by one thread: keeps the window full from the outbox,
 * moves the outbox on acknowledgement, and notices a link on which acknowledgements stopped.
 */
public final class Delivery {

  private static final int LARGEST_HANDFUL = 100; // records read from the journal at once

  /** Of a packet besides topic and payload: 9 bytes, and room for the properties of MQTT 5. */
  private static final int AROUND = 128;

  /** Hears what becomes of records. */
  public interface Watch {

    /**
     * On the connection's thread; the carrier brings it back by {@link Delivery#acknowledged}. Must
     * not block.
     */
    void acknowledged(Parcel parcel);

    /** On the carrier's thread: one more record cannot be sent. */
    void setAside(SetAside all);
  }

  private final Outbox outbox;
  private final Connection connection;
  private final Packing packing;
  private final InFlight inFlight;
  private final Keeping keeping;
  private final LinkWindow link;
  private final Terms terms;
  private final Ceiling ceiling;
  private final Aside aside;
  private final Watch watch;
  private final Deque<Parcel> ready = new ArrayDeque<>(); // packed and not sent, within the window
  private int readyRecords;
  private long lastSize = 1;
  private long lastHeardNanos;
  private boolean hurried;

  /**
   * Begins a session: what an earlier one left unacknowledged is sent again.
   *
   * @param ceiling the same one for all sessions of an uplink
   */
  public Delivery(
      Outbox outbox,
      Connection connection,
      PayloadProfile profile,
      Terms terms,
      Ceiling ceiling,
      Watch watch,
      long monotonicNanos) {
    this.outbox = outbox;
    this.connection = connection;
    this.terms = terms;
    this.ceiling = ceiling;
    this.watch = watch;
    int largest =
        Math.min(terms.shaping().largestMessageBytes(), connection.largestMessage() - AROUND);
    this.aside = new Aside(largest);
    this.packing = packing(profile, terms, largest);
    this.inFlight = new InFlight(terms.window(), connection.mostInFlight());
    this.keeping = new Keeping(outbox, terms.window(), monotonicNanos);
    int batch = terms.shaping().batching().map(Batching::records).orElse(1);
    this.link = new LinkWindow(batch, terms.window(), monotonicNanos);
    this.lastHeardNanos = monotonicNanos;
    outbox.rewind();
  }

  private static Packing packing(PayloadProfile profile, Terms terms, int largest) {
    return terms
        .shaping()
        .batching()
        .flatMap(
            batching ->
                profile
                    .batchForm()
                    .<Packing>map(form -> new InCompany(profile, form, batching, largest)))
        .orElseGet(() -> new OneByOne(profile));
  }

  /** The broker has it. */
  public void acknowledged(Parcel parcel, long monotonicNanos) {
    lastHeardNanos = monotonicNanos;
    OptionalLong sentNanos = inFlight.acknowledged(parcel);
    if (sentNanos.isPresent()) {
      link.acknowledged(
          parcel.records().size(), monotonicNanos - sentNanos.getAsLong(), monotonicNanos);
      parcel.records().forEach(outbox::acknowledge);
      keeping.acknowledged();
    }
  }

  /**
   * Sends what the window and the ceiling allow.
   *
   * @return whether the outbox may hold more that could be sent at once
   * @throws ConnectionLost also when acknowledgements have stopped coming
   */
  public boolean step(long monotonicNanos) throws ConnectionLost, JournalException {
    requireAlive(monotonicNanos);
    if (!sendReady(monotonicNanos)) {
      return false;
    }
    keeping.look(monotonicNanos);
    int handful = handful(monotonicNanos);
    List<JournalRecord> records = handful > 0 ? outbox.next(handful) : List.of();
    for (JournalRecord record : records) {
      take(packing.add(record, monotonicNanos), monotonicNanos);
    }
    if (hurried || packing.dueInNanos(monotonicNanos) == 0) {
      take(packing.close(), monotonicNanos);
    }
    return handful > 0
        && records.size() == handful
        && ready.isEmpty()
        && places(monotonicNanos) > 0;
  }

  private void requireAlive(long monotonicNanos) throws ConnectionLost {
    long silentNanos =
        Math.min(inFlight.oldestAgeNanos(monotonicNanos), monotonicNanos - lastHeardNanos);
    if (!inFlight.isEmpty() && silentNanos > terms.patience().toNanos()) {
      throw new ConnectionLost(
          "the broker acknowledged nothing for "
              + Duration.ofNanos(silentNanos).toSeconds()
              + " s; the link looks half-open",
          null);
    }
  }

  /** Places in the window for records that were not fetched yet. */
  private int places(long monotonicNanos) {
    int repeatable = inFlight.free() - keeping.held();
    int wanted = link.size(monotonicNanos) - inFlight.records();
    return Math.min(repeatable, wanted) - readyRecords - packing.waiting();
  }

  /**
   * How many records to fetch: under a ceiling no more than can go now, so that what is important
   * does not wait behind what was fetched before it came.
   */
  private int handful(long monotonicNanos) {
    int most = Math.min(places(monotonicNanos), LARGEST_HANDFUL);
    if (!ceiling.isLimited()) {
      return most;
    }
    long affordable = Math.max(packing.room(), ceiling.bytesLeft(monotonicNanos) / lastSize);
    return (int) Math.min(most, affordable);
  }

  private void take(List<Parcel> parcels, long monotonicNanos) throws ConnectionLost {
    for (Parcel parcel : parcels) {
      if (aside.mustNotGo(parcel)) {
        aside.put(parcel).ifPresent(watch::setAside);
      } else {
        ready.add(parcel);
        readyRecords += parcel.records().size();
      }
    }
    sendReady(monotonicNanos);
  }

  /** Returns whether all went that was ready, and more could go. */
  private boolean sendReady(long monotonicNanos) throws ConnectionLost {
    while (inFlight.takesMessage() && ceiling.isOpen(monotonicNanos)) {
      Parcel parcel = ready.poll();
      if (parcel == null) {
        return true;
      }
      readyRecords -= parcel.records().size();
      inFlight.sent(parcel, monotonicNanos);
      ceiling.sent(parcel.packetBytes(), monotonicNanos);
      lastSize = parcel.packetBytes();
      send(parcel);
    }
    return false;
  }

  private void send(Parcel parcel) throws ConnectionLost {
    Optional<Duration> expiry = parcel.mayExpire() ? terms.telemetryExpiry() : Optional.empty();
    connection.publish(
        Publications.of(parcel.message(), parcel.mediaType()).expiring(expiry),
        () -> watch.acknowledged(parcel));
  }

  /** How long until a step may have something to do though nothing happened. */
  public long restNanos(long monotonicNanos) {
    if (!inFlight.takesMessage()) {
      return Long.MAX_VALUE; // only an acknowledgement changes that
    }
    long opens = ceiling.opensInNanos(monotonicNanos);
    return opens > 0 ? opens : packing.dueInNanos(monotonicNanos);
  }

  /** The end is near: nothing waits for company any more. */
  public void hurry() {
    hurried = true;
  }

  /** Whether everything fetched was handed over and acknowledged, but for what was set aside. */
  public boolean settled() {
    return inFlight.isEmpty() && ready.isEmpty() && packing.waiting() == 0;
  }

  /** How many records cannot be sent in this session. */
  public long setAside() {
    return aside.records();
  }
}
