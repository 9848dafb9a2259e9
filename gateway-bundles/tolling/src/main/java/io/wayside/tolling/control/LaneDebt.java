// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

import io.wayside.tolling.decision.OfflineLedger;
import io.wayside.tolling.fare.BusinessDay;
import io.wayside.tolling.tag.TagNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What one lane has let pass and nobody has promised to pay yet. With an office it owes until the
 * office has settled the record; without one, for a business day.
 */
final class LaneDebt {

  private static final int MOST_TAGS = 100_000;
  private static final int MOST_RECORDS = 20_000;

  /** A sum that stands in the record of this number, or of this number and some before it. */
  private record Numbered(long number, long minor) {}

  private final String lane;
  private final BusinessDay days;
  private final boolean byOffice;
  private final OfflineLedger ledger = new OfflineLedger(MOST_TAGS);
  private final Deque<Numbered> numbered = new ArrayDeque<>();
  private long settledThrough;
  private LocalDate businessDay = LocalDate.MIN;

  /**
   * @param byOffice whether an office tells what it has settled
   */
  LaneDebt(String lane, BusinessDay days, boolean byOffice) {
    this.lane = lane;
    this.days = days;
    this.byOffice = byOffice;
  }

  OfflineLedger ledger() {
    return ledger;
  }

  /** What the lane owes altogether. */
  long ofLane() {
    return ledger.ofLane(lane);
  }

  /** A tag has passed without the office's word. */
  void owed(TagNumber tag, Instant at, long minor) {
    turnTo(at);
    ledger.owed(tag, lane, LocalDate.ofInstant(at, days.zone()), minor);
  }

  /** What it owes stands in this record; numbers rise. */
  void recorded(long number, long minor) {
    if (!byOffice) {
      return;
    }
    if (number <= settledThrough) {
      ledger.settled(lane, minor);
      return;
    }
    long with = minor;
    if (numbered.size() == MOST_RECORDS) {
      with = Math.addExact(with, numbered.removeLast().minor());
    }
    numbered.addLast(new Numbered(number, with));
  }

  /** What was owed before everything that was told so far; numbers fall. */
  void owedEarlier(TagNumber tag, Instant at, long minor, long number) {
    if (!byOffice && days.of(at).isBefore(businessDay)) {
      return;
    }
    owed(tag, at, minor);
    if (byOffice && number <= settledThrough) {
      ledger.settled(lane, minor);
    } else if (byOffice) {
      Numbered joined = new Numbered(number, minor);
      if (numbered.size() == MOST_RECORDS) {
        Numbered first = numbered.removeFirst();
        joined = new Numbered(first.number(), Math.addExact(first.minor(), minor));
      }
      numbered.addFirst(joined);
    }
  }

  /** The office has settled everything up to this number. */
  void settledThrough(long number) {
    settledThrough = Math.max(settledThrough, number);
    while (!numbered.isEmpty() && numbered.element().number() <= settledThrough) {
      ledger.settled(lane, numbered.remove().minor());
    }
  }

  /** Without an office its own limit counts a business day. */
  void turnTo(Instant at) {
    LocalDate day = days.of(at);
    if (!byOffice && day.isAfter(businessDay)) {
      businessDay = day;
      ledger.settled(lane, Long.MAX_VALUE);
    }
  }
}
