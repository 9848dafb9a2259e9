// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway;

import io.wayside.core.device.DeviceException;
import io.wayside.core.health.Health;
import io.wayside.core.health.Health.Status;
import io.wayside.core.journal.Journal;
import io.wayside.core.journal.JournalException;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.time.Stamp;
import io.wayside.core.time.TimeSource;
import io.wayside.core.water.AidAnnouncement;
import io.wayside.core.water.AidCondition;
import io.wayside.core.water.Transponder;
import io.wayside.waterway.announce.Herald;
import io.wayside.waterway.announce.Herald.Due;
import io.wayside.waterway.record.AidRecords;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Announces one aid: its records in, words to the transponder out. Ticks come on one thread and may
 * wait for the transponder; its coming and going and the question for health on others.
 */
final class AnnouncerStation {

  /** How long a transponder may take to answer; its time slots come every minute at the latest. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** More than an aid writes between two ticks. */
  private static final int FEW = 16;

  private final String aid;
  private final String device;
  private final Herald herald;
  private final Journal journal;
  private final TimeSource time;
  private volatile @Nullable Transponder transponder;
  private volatile Optional<String> broken = Optional.empty();
  private volatile Optional<String> notAnnounced = Optional.empty();
  private volatile Optional<String> notTold = Optional.empty();
  private volatile Optional<String> unread = Optional.empty();
  private volatile String doubt = "";
  private volatile boolean spoken;
  private volatile Health health;

  /**
   * @param aid empty text for one that nobody watches
   * @param device id of the transponder
   */
  AnnouncerStation(String aid, String device, Herald herald, Journal journal, TimeSource time) {
    this.aid = aid;
    this.device = device;
    this.herald = herald;
    this.journal = journal;
    this.time = time;
    this.health = Health.starting("waits for transponder " + device, time.monotonicNanos());
  }

  void present(Transponder there) {
    transponder = there;
  }

  void gone(Transponder former) {
    if (transponder == former) {
      transponder = null;
    }
  }

  void tick() {
    turn();
    broken = Optional.empty();
  }

  /** The last tick ended with a fault in itself. */
  void broken(Throwable fault) {
    broken = Optional.of(fault.toString());
  }

  private void turn() {
    if (!aid.isEmpty()) {
      read();
    }
    Transponder there = transponder;
    if (there == null) {
      return;
    }
    Due due = herald.due(time.now());
    doubt = due.doubt();
    due.announcement().ifPresent(said -> announce(there, said));
    due.condition().ifPresent(said -> tell(there, said));
  }

  private void read() {
    try {
      String stream = AidRecords.stream(aid);
      List<JournalRecord> few = journal.last(stream, FEW);
      herald.read(herald.misses(few) ? journal.last(stream, LastState.RECORDS) : few);
      unread = Optional.empty();
    } catch (JournalException unreadable) {
      unread = Optional.of(String.valueOf(unreadable.getMessage()));
    }
  }

  private void announce(Transponder there, AidAnnouncement said) {
    try {
      there.announce(said, PATIENCE);
      herald.announced(said, time.monotonicNanos());
      notAnnounced = Optional.empty();
      spoken = true;
    } catch (DeviceException notSaid) {
      herald.notAnnounced(time.monotonicNanos());
      notAnnounced = Optional.of(String.valueOf(notSaid.getMessage()));
    }
  }

  private void tell(Transponder there, AidCondition said) {
    try {
      there.tell(said, PATIENCE);
      herald.told(said, time.monotonicNanos());
      notTold = Optional.empty();
    } catch (DeviceException notSaid) {
      herald.notTold(time.monotonicNanos());
      notTold = Optional.of(String.valueOf(notSaid.getMessage()));
    }
  }

  /** How it is; never waits. */
  Health health() {
    Stamp now = time.now();
    Health found = judged(now.monotonicNanos());
    Health before = health;
    health = before.sameAs(found) ? before : found;
    return health;
  }

  private Health judged(long nanos) {
    Optional<String> fault = broken;
    if (fault.isPresent()) {
      return new Health(
          Status.FAILED,
          "fault-in-itself",
          "mariners may be told nothing or what is old, the announcer has a fault in itself: "
              + fault.get()
              + "; restart the gateway, report the log",
          nanos);
    }
    if (transponder == null) {
      return new Health(
          Status.FAILED,
          "no-transponder",
          "mariners are told nothing: transponder "
              + device
              + " is not there; look at its id and its health",
          nanos);
    }
    Optional<String> unsaid = notAnnounced;
    if (unsaid.isPresent()) {
      return new Health(
          Status.FAILED, "not-announced", "mariners are told nothing: " + unsaid.get(), nanos);
    }
    Optional<String> untold = notTold;
    if (untold.isPresent()) {
      return new Health(
          Status.DEGRADED, "not-told", "the authority is told nothing: " + untold.get(), nanos);
    }
    Optional<String> silent = unread;
    if (silent.isPresent()) {
      return new Health(
          Status.DEGRADED,
          "aid-unread",
          "records of " + aid + " cannot be read, its state ages: " + silent.get(),
          nanos);
    }
    if (!doubt.isEmpty()) {
      return new Health(
          Status.DEGRADED,
          "aid-unknown",
          aid + " is announced without what is not known: " + doubt,
          nanos);
    }
    return spoken ? Health.ok(nanos) : Health.starting("waits to announce by " + device, nanos);
  }
}
