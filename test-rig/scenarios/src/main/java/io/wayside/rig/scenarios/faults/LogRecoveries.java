// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.faults;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Recoveries as the gateway's log tells them: from a plug that is back to the line that says the
 * indicator is heard. One during which the plug was out again, or the device was silent, measures
 * nothing.
 *
 * @param tookMs one for each that can be measured
 * @param failedAgain how many cannot
 */
record LogRecoveries(List<Double> tookMs, int failedAgain) {

  /** Time in milliseconds with the offset of the zone, level, class, then the driver's own line. */
  private static final Pattern HEARD =
      Pattern.compile("(?m)^(\\S+) +\\w+ +\\S+ +indicator-scale-1: (?:OK|DEGRADED)\\b");

  private static final double NEVER = Double.POSITIVE_INFINITY;

  private static final Duration SILENT = Duration.ofMillis(400);

  static LogRecoveries read(String log, NotedPipe pipe) {
    List<Instant> heard = HEARD.matcher(log).results().map(LogRecoveries::time).sorted().toList();
    List<Double> tookMs = new ArrayList<>();
    int failedAgain = 0;
    for (Instant back : pipe.plugged()) {
      Optional<Instant> first = heard.stream().filter(at -> !at.isBefore(back)).findFirst();
      Instant until = first.orElse(Instant.MAX);
      if (anyBetween(pipe.unplugged(), back, until)
          || (first.isPresent() && silentBetween(pipe.sent(), back, until))) {
        failedAgain++;
      } else {
        tookMs.add(first.map(at -> millis(back, at)).orElse(NEVER));
      }
    }
    return new LogRecoveries(tookMs, failedAgain);
  }

  private static Instant time(MatchResult line) {
    return OffsetDateTime.parse(line.group(1)).toInstant();
  }

  private static double millis(Instant from, Instant to) {
    return Duration.between(from, to).toMillis();
  }

  private static boolean anyBetween(List<Instant> times, Instant from, Instant to) {
    return times.stream().anyMatch(at -> at.isAfter(from) && at.isBefore(to));
  }

  private static boolean silentBetween(List<Instant> sent, Instant from, Instant to) {
    Instant before = from;
    for (Instant at : sent) {
      if (at.isAfter(from) && at.isBefore(to)) {
        if (Duration.between(before, at).compareTo(SILENT) > 0) {
          return true;
        }
        before = at;
      }
    }
    return Duration.between(before, to).compareTo(SILENT) > 0;
  }
}
