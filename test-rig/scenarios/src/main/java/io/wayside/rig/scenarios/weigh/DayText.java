// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.weigh;

import io.wayside.rig.scenarios.weigh.DayReplay.Look;
import java.util.List;
import java.util.Locale;

/** A day for people. */
final class DayText {

  private static final double MB = 1 << 20;
  private static final double HOUR_S = 3600;

  private DayText() {}

  static String heading(String scenario, long seed, long heapBytes) {
    return String.format(
        Locale.ROOT,
        "%s, seed %d, heap of at most %.0f MB%n%8s %10s %10s %10s",
        scenario,
        seed,
        heapBytes / MB,
        "hour",
        "heap MB",
        "came",
        "weighed");
  }

  static String line(Look look) {
    return String.format(
        Locale.ROOT,
        "%8.2f %10.2f %10d %10d",
        look.atS() / HOUR_S,
        look.heapBytes() / MB,
        look.came(),
        look.weighed());
  }

  /** The first look, before anything was in memory, is left out of what must be flat. */
  static String summary(List<Look> looks, double wallS, double cpuS) {
    List<Look> flat = looks.size() > 2 ? looks.subList(1, looks.size()) : looks;
    double least = flat.stream().mapToLong(Look::heapBytes).min().orElse(0) / MB;
    double most = flat.stream().mapToLong(Look::heapBytes).max().orElse(0) / MB;
    Look last = looks.get(looks.size() - 1);
    return String.format(
        Locale.ROOT,
        "heap after a collection: smallest %.2f MB, largest %.2f MB, first %.2f MB, last %.2f MB,"
            + " %+.1f kB an hour%n%d vehicles weighed, %.0f times real time; %.0f times on one"
            + " processor, simulator and station together",
        least,
        most,
        flat.get(0).heapBytes() / MB,
        last.heapBytes() / MB,
        slopePerHour(flat) / 1024,
        last.weighed(),
        last.atS() / wallS,
        last.atS() / cpuS);
  }

  /** Bytes an hour by least squares; 0 where there is nothing to fit. */
  static double slopePerHour(List<Look> looks) {
    double meanH = looks.stream().mapToDouble(Look::atS).average().orElse(0) / HOUR_S;
    double mean = looks.stream().mapToLong(Look::heapBytes).average().orElse(0);
    double squares = 0;
    double products = 0;
    for (Look look : looks) {
      double away = look.atS() / HOUR_S - meanH;
      squares += away * away;
      products += away * (look.heapBytes() - mean);
    }
    return squares == 0 ? 0 : products / squares;
  }
}
