// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.session;

import io.wayside.driver.nmea.sentence.Fault;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How many lines were damaged, minute by minute. */
final class LineQuality {

  private static final long WINDOW_NANOS = 60_000_000_000L;
  private static final double NOISY_SHARE = 0.05;
  private static final int FEW = 3;

  private long windowNanos;
  private long goodBefore;
  private Map<Fault, Long> faultsBefore = Map.of();
  private Optional<String> verdict = Optional.empty();

  LineQuality(long nowNanos) {
    this.windowNanos = nowNanos;
  }

  /** Looks at counts that only grow. */
  void look(long good, Map<Fault, Long> faults, long nowNanos) {
    if (nowNanos - windowNanos < WINDOW_NANOS) {
      return;
    }
    Map<Fault, Long> now = new EnumMap<>(Fault.class);
    faults.forEach(
        (fault, count) -> {
          long more = count - faultsBefore.getOrDefault(fault, 0L);
          if (more > 0) {
            now.put(fault, more);
          }
        });
    verdict = verdict(good - goodBefore, now);
    windowNanos = nowNanos;
    goodBefore = good;
    faultsBefore = Map.copyOf(faults);
  }

  /** What is wrong with the last full minute and what to do; empty when little or nothing is. */
  Optional<String> verdict() {
    return verdict;
  }

  private static Optional<String> verdict(long good, Map<Fault, Long> faults) {
    long bad = faults.values().stream().mapToLong(Long::longValue).sum();
    if (bad < FEW || bad < NOISY_SHARE * (good + bad)) {
      return Optional.empty();
    }
    Fault most =
        faults.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    String counts =
        faults.entrySet().stream()
            .map(each -> each.getValue() + " " + words(each.getKey()))
            .collect(Collectors.joining(", "));
    return Optional.of(
        "in a minute %d of %d lines were damaged (%s); %s"
            .formatted(bad, good + bad, counts, remedy(most)));
  }

  static String words(Fault fault) {
    return fault.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** What to do about it. */
  static String remedy(Fault fault) {
    return switch (fault) {
      case WRONG_CHECK_SUM, TAG_BLOCK ->
          "check cable, shield and earth, and that only one talker is on the pair of wires";
      case NO_CHECK_SUM ->
          "lines are cut short or sent without check sums; have the talker send check sums, and"
              + " fewer sentences than its baud rate has room for";
      case UNPRINTABLE -> "check the baud rate, the wires and their earth";
      case NO_SENTENCE, TOO_LONG ->
          "something else than NMEA 0183 is on the line; check the talker's output mode";
    };
  }
}
