// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway;

import io.wayside.core.water.AidReport;
import io.wayside.waterway.aid.Told;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which reports are recorded: at a change of what is said in words, and now and then. */
final class KeptReports {

  /** A sender that says another thing each time does not fill the journal. */
  private static final long CHANGES_APART = Duration.ofSeconds(30).toNanos();

  private final long every;
  private final Map<Told, Kept> kept = new HashMap<>();

  private record Kept(long nanos, List<Object> words) {}

  KeptReports(Duration every) {
    this.every = every.toNanos();
  }

  /** Whether to record this one; then it counts as recorded. */
  boolean keep(Told told, AidReport report) {
    List<Object> words =
        List.of(
            report.light(),
            report.racon(),
            report.mode(),
            report.rhythm(),
            report.alarm(),
            report.offPosition(),
            report.signs(),
            report.inputs());
    Kept before = kept.get(told);
    long gap = before == null ? Long.MAX_VALUE : report.monotonicNanos() - before.nanos();
    boolean changed = before == null || !before.words().equals(words);
    if (gap < every && !(changed && gap >= CHANGES_APART)) {
      return false;
    }
    kept.put(told, new Kept(report.monotonicNanos(), words));
    return true;
  }
}
