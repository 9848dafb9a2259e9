// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.synchrony;

import io.wayside.waterway.light.Phase;
import io.wayside.waterway.light.Rhythm;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Where the flashes of the last three periods began, against where they should have. A light that
 * is shifted has at least one flash of each period out of place, however many of a group fall on
 * others; a single one is a mistake of the input.
 */
final class Flashes {

  private static final int PERIODS = 3;
  private static final int MOST_ASTRAY = 1;

  private final int periodMs;
  private final List<Integer> beginMs;
  private final long toleranceMs;
  private final Deque<Flash> last = new ArrayDeque<>();

  /** One that began so much after (before: negative) its time. */
  private record Flash(long nanos, long lateMs) {}

  /**
   * What was seen.
   *
   * @param inStep whether flashes begin in their time
   * @param lateMs how far the one furthest from its time is, that is no single mistake
   * @param fromNanos of the first of them
   */
  record Seen(boolean inStep, long lateMs, long fromNanos) {}

  Flashes(Rhythm rhythm, long toleranceMs) {
    this.periodMs = rhythm.periodMs();
    this.beginMs = begins(rhythm);
    this.toleranceMs = toleranceMs;
  }

  /** When in its period it comes on; none for a light that is steady. */
  static List<Integer> begins(Rhythm rhythm) {
    List<Phase> phases = rhythm.phases();
    List<Integer> begins = new ArrayList<>();
    int at = 0;
    boolean before = phases.get(phases.size() - 1).lit();
    for (Phase phase : phases) {
      if (phase.lit() && !before) {
        begins.add(at);
      }
      before = phase.lit();
      at += phase.millis();
    }
    return begins;
  }

  /** The light came on. */
  void lit(long nanos, int phaseMs) {
    last.addLast(new Flash(nanos, lateMs(phaseMs)));
    while (last.size() > PERIODS * beginMs.size()) {
      last.removeFirst();
    }
  }

  private int lateMs(int phaseMs) {
    int half = periodMs / 2;
    int least = periodMs;
    for (int begin : beginMs) {
      int late = Math.floorMod(phaseMs - begin + half, periodMs) - half;
      least = Math.abs(late) < Math.abs(least) ? late : least;
    }
    return least;
  }

  /** Empty while too little was seen, or what was seen contradicts itself. */
  Optional<Seen> seen() {
    if (!isFull()) {
      return Optional.empty();
    }
    List<Flash> astray =
        last.stream().filter(flash -> Math.abs(flash.lateMs()) > toleranceMs).toList();
    long from = last.getFirst().nanos();
    if (astray.size() <= MOST_ASTRAY) {
      return Optional.of(new Seen(true, furthest(toleranceMs), from));
    }
    return astray.size() >= PERIODS
        ? Optional.of(new Seen(false, furthest(Long.MAX_VALUE), astray.get(0).nanos()))
        : Optional.empty();
  }

  /** Whether three periods were seen, whatever they showed. */
  boolean isFull() {
    return !beginMs.isEmpty() && last.size() >= PERIODS * beginMs.size();
  }

  private long furthest(long within) {
    return last.stream()
        .map(Flash::lateMs)
        .filter(late -> Math.abs(late) <= within)
        .max((one, other) -> Long.compare(Math.abs(one), Math.abs(other)))
        .orElse(0L);
  }

  /** When the last began; empty before the first. */
  Optional<Long> lastNanos() {
    return Optional.ofNullable(last.peekLast()).map(Flash::nanos);
  }

  void forget() {
    last.clear();
  }
}
