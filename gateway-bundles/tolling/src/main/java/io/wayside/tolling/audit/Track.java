// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.audit;

import io.wayside.core.record.JournalRecord;
import io.wayside.tolling.passage.Fields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One row of the drawing: times in seconds from the passage.
 *
 * @param bars while it was so
 * @param ticks moments
 */
record Track(String name, List<Bar> bars, List<Tick> ticks) {

  Track(String name) {
    this(name, new ArrayList<>(), new ArrayList<>());
  }

  record Bar(double fromS, double toS) {}

  record Tick(double atS, String what) {}

  /** Contacts, other moments, the decision, then the tags. */
  static List<Track> of(JournalRecord record) {
    Fields body = new Fields(record.body());
    Map<String, Track> rows = new LinkedHashMap<>();
    Map<String, Double> since = new LinkedHashMap<>();
    for (Fields moment : body.each("timeline")) {
      String what = moment.text("what").orElse("");
      double at = moment.number("atS").orElse(0.0);
      if (what.endsWith("-on")) {
        since.put(contact(rows, what.substring(0, what.length() - 3)).name(), at);
      } else if (what.endsWith("-off")) {
        Track track = contact(rows, what.substring(0, what.length() - 4));
        Double from = since.remove(track.name());
        track.bars().add(new Bar(from == null ? at : from, at));
      } else {
        int hyphen = what.indexOf('-');
        contact(rows, hyphen < 0 ? what : what.substring(0, hyphen))
            .ticks()
            .add(new Tick(at, what));
      }
    }
    since.forEach((name, from) -> contact(rows, name).bars().add(new Bar(from, 0)));
    Fields decision = body.member("decision");
    decision
        .number("atS")
        .ifPresent(
            at ->
                contact(rows, "decision")
                    .ticks()
                    .add(new Tick(at, decision.text("rule").orElse(""))));
    for (Fields tag : body.each("tags")) {
      String epc = tag.text("epc").orElse("");
      String end = epc.length() > 6 ? "…" + epc.substring(epc.length() - 6) : epc;
      contact(rows, (tag.truth("chosen") ? "tag ✓ " : "tag ") + end)
          .bars()
          .add(new Bar(tag.number("firstS").orElse(0.0), tag.number("lastS").orElse(0.0)));
    }
    return List.copyOf(rows.values());
  }

  private static Track contact(Map<String, Track> rows, String name) {
    return rows.computeIfAbsent(name, Track::new);
  }
}
