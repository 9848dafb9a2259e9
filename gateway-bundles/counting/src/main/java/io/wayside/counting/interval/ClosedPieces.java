// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.interval;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;

/** Intervals that were told, for as long as a fault found out later can make them tell less. */
final class ClosedPieces {

  /** The longest silence of a loop that is found out later, and some. */
  private static final long MEMORY_NANOS = 4L * 3600 * 1_000_000_000L;

  private final Timeline blind;
  private final Timeline unmeasured;
  private final Map<Span, Deque<Told>> kept = new EnumMap<>(Span.class);

  /** An interval as it was told last. */
  private record Told(Interval interval, long fromNanos, long toNanos) {}

  ClosedPieces(Timeline blind, Timeline unmeasured) {
    this.blind = blind;
    this.unmeasured = unmeasured;
  }

  Interval close(Piece piece, long endNanos, Instant to) {
    Interval interval =
        new Interval(
            piece.span(),
            piece.slot(),
            piece.from(),
            to,
            observedS(piece.startNanos(), endNanos),
            measuredS(piece.startNanos(), endNanos),
            piece.tally().counts(),
            occupancy(piece, endNanos),
            causes(piece.startNanos(), endNanos),
            1);
    Deque<Told> told = kept.computeIfAbsent(piece.span(), span -> new ArrayDeque<>());
    told.addLast(new Told(interval, piece.startNanos(), endNanos));
    while (told.size() > 1 && told.getFirst().toNanos() < endNanos - MEMORY_NANOS) {
      told.removeFirst();
    }
    return interval;
  }

  /** Intervals of that time that were told and say less now. */
  List<Interval> toldAnew(long fromNanos, long toNanos) {
    List<Interval> anew = new ArrayList<>();
    for (Deque<Told> told : kept.values()) {
      List<Told> revised = told.stream().map(one -> revised(one, fromNanos, toNanos)).toList();
      revised.stream().filter(one -> !told.contains(one)).forEach(one -> anew.add(one.interval()));
      told.clear();
      told.addAll(revised);
    }
    return anew;
  }

  /** Stretches that neither an open interval nor a told one needs are forgotten. */
  void forget(long openNanos) {
    long oldest = openNanos;
    for (Deque<Told> told : kept.values()) {
      oldest = told.isEmpty() ? oldest : Math.min(oldest, told.getFirst().fromNanos());
    }
    blind.forgetBefore(oldest);
    unmeasured.forgetBefore(oldest);
  }

  private Told revised(Told told, long fromNanos, long toNanos) {
    if (told.toNanos() <= fromNanos || told.fromNanos() >= toNanos) {
      return told;
    }
    Interval old = told.interval();
    double observedS = observedS(told.fromNanos(), told.toNanos());
    double measuredS = measuredS(told.fromNanos(), told.toNanos());
    if (observedS == old.observedS() && measuredS == old.measuredS()) {
      return told;
    }
    Interval anew =
        new Interval(
            old.span(),
            old.slot(),
            old.from(),
            old.to(),
            observedS,
            measuredS,
            old.counts(),
            old.occupancy(),
            causes(told.fromNanos(), told.toNanos()),
            old.revision() + 1);
    return new Told(anew, told.fromNanos(), told.toNanos());
  }

  private double observedS(long from, long to) {
    return (to - from - blind.within(from, to)) / 1e9;
  }

  private double measuredS(long from, long to) {
    long without = blind.within(from, to) + unmeasured.withinBut(blind, from, to);
    return (to - from - without) / 1e9;
  }

  private OptionalDouble occupancy(Piece piece, long endNanos) {
    double observedS = observedS(piece.startNanos(), endNanos);
    double occupiedS = piece.tally().occupiedNanos() / 1e9;
    return observedS > 0
        ? OptionalDouble.of(Math.min(1, occupiedS / observedS))
        : OptionalDouble.empty();
  }

  private Set<String> causes(long from, long to) {
    Set<String> causes = new TreeSet<>(blind.causes(from, to));
    causes.addAll(unmeasured.causes(from, to));
    return causes;
  }
}
