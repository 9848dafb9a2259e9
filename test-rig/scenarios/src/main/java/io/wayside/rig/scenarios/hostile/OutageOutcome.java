// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.hostile;

import io.wayside.core.record.Importance;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What came of one outage.
 *
 * @param records records the journal held when the link came back, for all destinations
 * @param drainMs from the return of the link until only what had just come was waiting
 */
record OutageOutcome(
    String name, long quotaBytes, Verdict verdict, List<Line> lines, long records, long drainMs) {

  OutageOutcome {
    lines = List.copyOf(lines);
  }

  /**
   * One importance.
   *
   * @param thinned accepted, named as thinned, and not at the centre
   * @param liveMs of each record that came while the backlog went up, from its acceptance until the
   *     centre had it, in rising order
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Line(
      Importance importance,
      long handedIn,
      long accepted,
      long refused,
      long stored,
      long thinned,
      long[] liveMs) {

    long quantileMs(double part) {
      return liveMs.length == 0
          ? 0
          : liveMs[(int) Math.min(liveMs.length - 1L, (long) (part * liveMs.length))];
    }
  }

  String text() {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%s, %.1f MiB: %,d records waited, through in %.1f s%n",
            name,
            quotaBytes / 1048576.0,
            records,
            drainMs / 1000.0));
    text.append(
        String.format(
            "  %-12s %9s %9s %9s %9s %9s   %s%n",
            "",
            "handed in",
            "accepted",
            "refused",
            "at centre",
            "thinned",
            "live: number, median, 95 %, longest (ms)"));
    for (Line line : lines) {
      text.append(
          String.format(
              Locale.ROOT,
              "  %-12s %,9d %,9d %,9d %,9d %,9d   %,d, %,d, %,d, %,d%n",
              line.importance().name().toLowerCase(Locale.ROOT),
              line.handedIn(),
              line.accepted(),
              line.refused(),
              line.stored(),
              line.thinned(),
              line.liveMs().length,
              line.quantileMs(0.5),
              line.quantileMs(0.95),
              Arrays.stream(line.liveMs()).max().orElse(0)));
    }
    text.append(verdict.holds() ? "  holds" : "  DOES NOT HOLD: " + verdict.first()).append('\n');
    return text.toString();
  }
}
