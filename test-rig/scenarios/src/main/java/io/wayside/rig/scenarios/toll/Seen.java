// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.toll;

import io.wayside.core.device.TagSighting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What happened in a run, line by line; sightings between two lines are summed up. */
final class Seen {

  private static final int TAIL = 4;

  private record Line(long nanos, String text) {}

  private static final class Sum {
    int replies;
    double peakDbm = Double.NEGATIVE_INFINITY;
  }

  private final boolean wanted;
  private final List<Line> lines = new ArrayList<>();
  private final Map<String, Sum> heard = new TreeMap<>();

  /**
   * @param wanted whether anything is kept
   */
  Seen(boolean wanted) {
    this.wanted = wanted;
  }

  /** The last digits of a tag's number. */
  static String tail(String epc) {
    return epc.isEmpty() ? "(none)" : "…" + epc.substring(Math.max(0, epc.length() - TAIL));
  }

  void heard(int lane, TagSighting sighting) {
    if (wanted) {
      String who = lane + " " + tail(sighting.epc()) + " port " + sighting.antenna();
      Sum sum = heard.computeIfAbsent(who, unused -> new Sum());
      sum.replies += sighting.count();
      sum.peakDbm = Math.max(sum.peakDbm, sighting.strengthDbm());
    }
  }

  void note(long nanos, String text) {
    if (!wanted) {
      return;
    }
    heard.forEach(
        (who, sum) ->
            lines.add(
                new Line(
                    nanos,
                    "  heard %s: %d times, %.0f dBm".formatted(who, sum.replies, sum.peakDbm))));
    heard.clear();
    lines.add(new Line(nanos, text));
  }

  /** What happened in an interval. */
  List<String> between(long fromNanos, long toNanos) {
    return lines.stream()
        .filter(line -> line.nanos() >= fromNanos && line.nanos() <= toNanos)
        .map(line -> "%9.3f  %s".formatted(line.nanos() / 1e9, line.text()))
        .toList();
  }
}
