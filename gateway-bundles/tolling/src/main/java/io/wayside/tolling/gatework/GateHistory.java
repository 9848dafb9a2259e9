// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.gatework;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.core.journal.Journal;
import io.wayside.core.journal.JournalException;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.time.Stamp;
import io.wayside.tolling.gate.GateRecords;
import io.wayside.tolling.gate.Journey;
import io.wayside.tolling.gate.Journeys;
import io.wayside.tolling.gate.Proof;
import io.wayside.tolling.gate.Tap;
import io.wayside.tolling.gate.TapTime;
import io.wayside.tolling.gate.Way;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What earlier runs of a gate left in the journal: where media are on their journeys, and taps that
 * were allowed and have no end.
 *
 * @param nextTap higher than any number given before
 * @param unread records that could not be read
 */
record GateHistory(Journeys journeys, long nextTap, int unread) {

  private static final Logger LOG = LoggerFactory.getLogger(GateHistory.class);

  /** A day of a busy gate. */
  private static final int MOST_RECORDS = 40_000;

  static GateHistory read(Journal journal, String stream, Journeys journeys)
      throws JournalException {
    long highest = 0;
    int unread = 0;
    for (JournalRecord record : journal.last(stream, MOST_RECORDS)) {
      if (!record.kind().equals(GateRecords.TAP)) {
        continue;
      }
      try {
        Node body = Node.of(record.kind().toString(), record.body());
        long number = body.member("tap").whole(1, Integer.MAX_VALUE);
        highest = Math.max(highest, number);
        tell(journeys, number, body, record.occurred());
      } catch (GarbledData | DateTimeException notOurs) {
        unread++;
        LOG.error("{} cannot be read and is passed over, look at it", record.id(), notOurs);
      }
    }
    return new GateHistory(journeys, highest + 1, unread);
  }

  private static void tell(Journeys journeys, long number, Node body, Stamp occurred)
      throws GarbledData {
    boolean proven = body.optional("unproven").isEmpty();
    switch (body.member("event").text()) {
      case "decided" -> decided(journeys, tap(number, body, occurred), body);
      case "passed" -> {
        if (proven) {
          journeys.passed(number);
        } else {
          journeys.unproven(number);
        }
      }
      case "lapsed" -> {
        if (proven) {
          journeys.lapsed(number);
        } else {
          journeys.unproven(number);
        }
      }
      default -> throw body.member("event").wrong("is no event of a tap");
    }
  }

  private static void decided(Journeys journeys, Tap tap, Node body) throws GarbledData {
    journeys.heard(tap);
    switch (body.member("verdict").text()) {
      case "allowed" -> journeys.allowed(tap);
      case "released" -> journeys.released(tap);
      default -> {
        // refused, and changed nothing
      }
    }
  }

  private static Tap tap(long number, Node body, Stamp occurred) throws GarbledData {
    Optional<Node> told = body.optional("told");
    TapTime at =
        new TapTime(
            Instant.parse(body.member("at").text()),
            TapTime.of(occurred).trusted(),
            occurred.bootId(),
            occurred.monotonicNanos());
    return new Tap(
        number,
        body.member("token").text(),
        body.member("station").text(),
        body.member("way").word(Way.class),
        at,
        told.isPresent() ? Optional.of(told(told.get(), at)) : Optional.empty());
  }

  /** What another gate said was put on the clocks by which the tap was made, as it was then. */
  private static Journey told(Node word, TapTime tapped) throws GarbledData {
    Instant wall = Instant.parse(word.member("at").text());
    boolean shared = word.optional("shared").isPresent();
    return new Journey(
        word.member("way").word(Way.class),
        word.member("station").text(),
        shared ? tapped.before(Duration.between(wall, tapped.wall())) : TapTime.told(wall),
        shared ? Proof.SHARED : Proof.TOLD);
  }
}
