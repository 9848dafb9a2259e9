// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central;

import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import io.wayside.rig.central.page.StreamJson;
import io.wayside.rig.central.store.Range;
import io.wayside.rig.central.store.StreamCount;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Counts for people and for programs. */
final class StatusReport {

  private static final int GAPS_SHOWN = 12;
  private static final List<String> HEADS =
      List.of(
          "gateway",
          "stream",
          "stored",
          "first",
          "complete to",
          "highest",
          "missing",
          "thinned",
          "lost",
          "repeated",
          "conflicts",
          "refused",
          "chain",
          "last heard");
  private static final int LEFT_COLUMNS = 2;

  private StatusReport() {}

  static String json(Counts counts) {
    return Json.write(
        Value.Fields.with("proven", counts.proven())
            .and("stored", counts.stored())
            .and("missing", counts.missing())
            .and("thinned", counts.thinned())
            .and("lost", counts.lost())
            .and("chainBreaks", counts.chainBreaks())
            .and("repeated", counts.repeated())
            .and("conflicting", counts.conflicting())
            .and("refused", counts.refused())
            .and(
                "streams",
                counts.streams().stream()
                    .map(count -> StreamJson.of(count, StreamCount.MOST_GAPS))
                    .toList())
            .build());
  }

  static String text(Counts counts) {
    Columns table = new Columns(HEADS, LEFT_COLUMNS);
    for (StreamCount count : counts.streams()) {
      table.row(row(count));
      if (count.missing() > 0) {
        table.remark("missing: " + gaps(count));
      }
    }
    return table.text() + verdict(counts) + "\n";
  }

  private static List<String> row(StreamCount count) {
    return List.of(
        count.key().gateway(),
        count.key().stream(),
        Long.toString(count.count()),
        Long.toString(count.first()),
        Long.toString(count.contiguousThrough()),
        Long.toString(count.highest()),
        Long.toString(count.missing()),
        Long.toString(count.thinned()),
        Long.toString(count.lost()),
        Long.toString(count.repeated()),
        Long.toString(count.conflicting()),
        Long.toString(count.refused()),
        count.chainBreaks() == 0 ? "ok" : count.chainBreaks() + " broken",
        count.lastHeard().toString());
  }

  private static String gaps(StreamCount count) {
    String shown =
        count.gaps().stream()
            .limit(GAPS_SHOWN)
            .map(Range::toString)
            .collect(Collectors.joining(", "));
    return count.gaps().size() > GAPS_SHOWN ? shown + ", … (--json lists more)" : shown;
  }

  private static String verdict(Counts counts) {
    if (counts.streams().isEmpty()) {
      return "nothing stored yet";
    }
    return String.format(
        Locale.ROOT,
        "stored %d, missing %d, thinned %d, lost %d, repeated %d, conflicts %d, refused %d, chain %s: %s",
        counts.stored(),
        counts.missing(),
        counts.thinned(),
        counts.lost(),
        counts.repeated(),
        counts.conflicting(),
        counts.refused(),
        counts.chainBreaks() == 0 ? "ok" : counts.chainBreaks() + " broken",
        counts.proven() ? "complete" : "NOT COMPLETE");
  }
}
