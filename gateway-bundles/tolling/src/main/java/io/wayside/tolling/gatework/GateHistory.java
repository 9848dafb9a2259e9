// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.gatework;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.core.journal.Journal;
import io.wayside.core.journal.JournalException;
import io.wayside.core.record.JournalRecord;
import io.wayside.tolling.gate.GateRecords;
import io.wayside.tolling.gate.Journey;
import io.wayside.tolling.gate.Journeys;
import io.wayside.tolling.gate.Tap;
import io.wayside.tolling.gate.Way;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What earlier runs of a gate left in the journal: where media are on their journeys, and taps that
 * were allowed and have no end.
 *
 * @param open the oldest first
 * @param nextTap higher than any number given before
 */
record GateHistory(Journeys journeys, List<Tap> open, long nextTap) {

  private static final Logger LOG = LoggerFactory.getLogger(GateHistory.class);

  /** A day of a busy gate. */
  private static final int MOST_RECORDS = 40_000;

  static GateHistory read(Journal journal, String stream, int mostJourneys)
      throws JournalException {
    Journeys journeys = new Journeys(mostJourneys);
    Map<Long, Tap> open = new LinkedHashMap<>();
    Map<Long, Optional<Journey>> before = new LinkedHashMap<>();
    long highest = 0;
    for (JournalRecord record : journal.last(stream, MOST_RECORDS)) {
      if (!record.kind().equals(GateRecords.TAP)) {
        continue;
      }
      try {
        Node body = Node.of(record.kind().toString(), record.body());
        long number = body.member("tap").whole(1, Integer.MAX_VALUE);
        highest = Math.max(highest, number);
        String event = body.member("event").text();
        if (event.equals("decided") && body.member("verdict").text().equals("allowed")) {
          Tap tap = tap(number, body);
          before.put(number, journeys.of(tap.token()));
          journeys.set(tap.token(), Optional.of(journey(tap)));
          open.put(number, tap);
        } else if (event.equals("lapsed")) {
          undo(journeys, open.remove(number), before.getOrDefault(number, Optional.empty()));
        } else {
          open.remove(number);
        }
        before.keySet().removeIf(tap -> !open.containsKey(tap));
      } catch (GarbledData | DateTimeException notOurs) {
        LOG.error("{} cannot be read and is passed over, look at it", record.id(), notOurs);
      }
    }
    return new GateHistory(journeys, new ArrayList<>(open.values()), highest + 1);
  }

  private static void undo(Journeys journeys, @Nullable Tap tap, Optional<Journey> before) {
    if (tap != null && journeys.of(tap.token()).equals(Optional.of(journey(tap)))) {
      journeys.set(tap.token(), before);
    }
  }

  private static Tap tap(long number, Node body) throws GarbledData {
    return new Tap(
        number,
        body.member("token").text(),
        body.member("station").text(),
        body.member("way").word(Way.class),
        Instant.parse(body.member("at").text()));
  }

  private static Journey journey(Tap tap) {
    return new Journey(tap.way(), tap.station(), tap.at(), tap.way() == Way.IN);
  }
}
