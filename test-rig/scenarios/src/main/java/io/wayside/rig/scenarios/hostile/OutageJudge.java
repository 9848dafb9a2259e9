// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.hostile;

import io.wayside.core.record.Importance;
import io.wayside.rig.scenarios.hostile.Verdict.Wrong;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Holds the centre against the site's list and the journal's stated policy: what was accepted is
 * there, or of a kind that may be given up and named as thinned; no number of any stream is without
 * an explanation; whatever was refused is not there.
 */
final class OutageJudge {

  private final OutageSite site;
  private final Map<Key, Long> storedAtNanos;
  private final Verdict verdict;

  OutageJudge(OutageSite site, Map<Key, Long> storedAtNanos, Verdict verdict) {
    this.site = site;
    this.storedAtNanos = storedAtNanos;
    this.verdict = verdict;
  }

  /** Judges, and counts for the table. */
  List<OutageOutcome.Line> judge(List<CentreStore.Row> rows, String gateway) {
    Thinned thinned = Thinned.in(rows, verdict);
    new Judge(site.ledger(), site.load(), gateway).judge(rows, thinned, verdict);
    site.otherRefusals().forEach(refusal -> verdict.add(Wrong.VOID, "refused: " + refusal));
    Set<Key> there = new HashSet<>();
    rows.forEach(row -> there.add(new Key(row.stream(), row.sequence())));
    explainEveryNumber(there, thinned);
    Map<Key, Long> accepted = site.ledger().accepted();
    Map<String, Long> absent = new TreeMap<>();
    Map<Importance, long[]> sums = new HashMap<>(); // accepted, stored, thinned
    for (Map.Entry<Key, Long> each : accepted.entrySet()) {
      Importance importance = site.ledger().streamOf(each.getValue()).importance();
      long[] sum = sums.computeIfAbsent(importance, i -> new long[3]);
      sum[0]++;
      if (there.contains(each.getKey())) {
        sum[1]++;
      } else {
        absent.merge(each.getKey().stream(), 1L, Long::sum);
        sum[2] += thinned.names(each.getKey()) ? 1 : 0;
      }
    }
    absent.forEach((stream, missing) -> countThinned(stream, missing, thinned));
    List<OutageOutcome.Line> lines = new ArrayList<>();
    for (Importance importance : Importance.values()) {
      long[] sum = sums.getOrDefault(importance, new long[3]);
      lines.add(
          new OutageOutcome.Line(
              importance,
              site.handedIn(importance),
              sum[0],
              site.full(importance),
              sum[1],
              sum[2],
              live(importance, accepted)));
    }
    return lines;
  }

  private void countThinned(String stream, long missing, Thinned thinned) {
    if (missing > thinned.records(stream)) {
      verdict.add(
          Wrong.MISSING,
          missing
              + " of "
              + stream
              + " are not there, "
              + thinned.records(stream)
              + " were thinned");
    }
  }

  /**
   * A centre knows nothing of what was promised; to it every number below the last needs a word.
   */
  private void explainEveryNumber(Set<Key> there, Thinned thinned) {
    Map<String, Long> heads = new TreeMap<>();
    there.forEach(key -> heads.merge(key.stream(), key.sequence(), Math::max));
    for (Thinned.Run run : thinned.runs()) {
      if (StationMix.STREAMS.stream()
          .anyMatch(s -> s.name().equals(run.stream()) && !s.importance().mayBeDropped())) {
        verdict.add(Wrong.MISSING, "thinned where nothing may be: " + run);
      }
    }
    heads.forEach(
        (stream, head) -> {
          for (long sequence = 1; sequence <= head; sequence++) {
            Key key = new Key(stream, sequence);
            if (!there.contains(key) && !thinned.names(key)) {
              verdict.add(Wrong.MISSING, key + " is neither there nor named as thinned");
            }
          }
        });
  }

  private long[] live(Importance importance, Map<Key, Long> accepted) {
    return site.liveAtNanos().entrySet().stream()
        .filter(e -> storedAtNanos.containsKey(e.getKey()))
        .filter(
            e ->
                site.ledger().streamOf(accepted.getOrDefault(e.getKey(), 0L)).importance()
                    == importance)
        .mapToLong(e -> (storedAtNanos.getOrDefault(e.getKey(), 0L) - e.getValue()) / 1_000_000)
        .sorted()
        .toArray();
  }
}
