// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.fleet;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * How a fleet connects and sends what waits.
 *
 * @param patience after which whoever is not there is a fault
 */
record Comeback(
    Turnstile turnstile, List<Gateway> gateways, Watch watch, Results results, Duration patience) {

  /** Until everybody is connected. */
  void connected(long from, String phase) {
    boolean all = watch.until(() -> turnstile.connectedSince(from) == gateways.size(), patience);
    double took = watch.secondsSince(from);
    List<Integer> perSecond = turnstile.connects().perSecond(from);
    results.add(phase + "Connects", "connections", turnstile.connects().since(from).length, "");
    results.add(
        phase + "Busiest", "  in the busiest second", turnstile.connects().busiestSecond(from), "");
    results.add(phase + "PerSecond", "  spread from the first on", perSecond);
    results.add(phase + "AllS", "all connected after", took, "s");
    if (!all) {
      List<String> absent =
          gateways.stream()
              .map(Gateway::name)
              .filter(name -> !turnstile.connectedSince(name, from))
              .toList();
      results.fault(
          String.format(
              Locale.ROOT,
              "%d gateways did not connect within %d s, such as %s",
              absent.size(),
              patience.toSeconds(),
              absent.subList(0, Math.min(5, absent.size()))));
    }
  }

  /** Until no more than {@code enough} records wait. */
  void caughtUp(long from, String phase, long enough) {
    if (watch.until(() -> backlog() <= enough, patience)) {
      results.add(phase + "CaughtUpS", "backlog sent after", watch.secondsSince(from), "s");
    } else {
      results.fault(backlog() + " records still wait " + patience.toSeconds() + " s later");
    }
  }

  long backlog() {
    return gateways.stream().mapToLong(Gateway::backlog).sum();
  }
}
