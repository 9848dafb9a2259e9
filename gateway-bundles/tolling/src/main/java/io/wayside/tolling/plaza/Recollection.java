// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.plaza;

import io.wayside.tolling.tag.TagNumber;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which tags this lane heard while a vehicle stood in it that might have carried them, how well,
 * and which passed: for those who ask later. Bounded; what was dropped is known to be unknown.
 */
final class Recollection {

  /** A vehicle of another lane may have been there so long before or after. */
  static final long AROUND_NANOS = 60_000_000_000L;

  static final int MOST_TAGS = 16_384;
  private static final int MOST_VISITS = 8;

  /** Hearings that are no further apart are of one visit. */
  private static final long ONE_VISIT_NANOS = 5_000_000_000L;

  /** One time of a tag in this lane. */
  private static final class Visit {
    long firstNanos;
    long lastNanos;
    double best;
    boolean passed;
    long passedNanos;

    /** The passage is held back itself: whose the tag was then is not decided. */
    boolean open;

    Visit(long nanos) {
      firstNanos = nanos;
      lastNanos = nanos;
    }
  }

  /**
   * What is remembered of a tag at a time.
   *
   * @param score the best; 0 when it was not heard with a vehicle
   * @param passed whether it passed here within the time of duplicates
   */
  record Memory(double score, boolean passed) {

    Memory atLeast(double least) {
      return new Memory(Math.max(least, score), passed);
    }
  }

  /** Whether no vehicle of this lane can have carried the tag between two times. */
  interface Denial {
    boolean denies(long fromNanos, long toNanos);
  }

  private final Map<TagNumber, ArrayDeque<Visit>> visits = new LinkedHashMap<>();
  private long sinceNanos = Long.MIN_VALUE;

  /** Nothing is known of what was before. */
  void begin(long nanos) {
    sinceNanos = Math.max(sinceNanos, nanos);
  }

  void heard(TagNumber tag, double score, long nanos) {
    Visit visit = visit(tag, nanos);
    visit.best = Math.max(visit.best, score);
  }

  void passed(TagNumber tag, long nanos) {
    Visit visit = visit(tag, nanos);
    visit.passed = true;
    visit.passedNanos = nanos;
  }

  /** The passage for which a tag was taken at a time is held back, or is no longer. */
  void open(TagNumber tag, long takenNanos, boolean open) {
    passage(tag, takenNanos).ifPresent(visit -> visit.open = open);
  }

  /** When the tag passed that was taken at a time, if it did. */
  OptionalLong passed(TagNumber tag, long takenNanos, long duplicateNanos) {
    return passage(tag, takenNanos)
        .filter(visit -> visit.passedNanos - takenNanos < duplicateNanos)
        .map(visit -> OptionalLong.of(visit.passedNanos))
        .orElse(OptionalLong.empty());
  }

  private Optional<Visit> passage(TagNumber tag, long takenNanos) {
    return visits.getOrDefault(tag, new ArrayDeque<>(0)).stream()
        .filter(visit -> visit.passed && visit.passedNanos >= takenNanos)
        .findFirst();
  }

  private Visit visit(TagNumber tag, long nanos) {
    ArrayDeque<Visit> known = visits.remove(tag);
    ArrayDeque<Visit> all = known == null ? new ArrayDeque<>(1) : known;
    visits.put(tag, all); // the last heard is the last dropped
    Visit last = all.peekLast();
    if (last == null || nanos - last.lastNanos > ONE_VISIT_NANOS) {
      last = new Visit(nanos);
      all.addLast(last);
    }
    last.lastNanos = Math.max(last.lastNanos, nanos);
    if (all.size() > MOST_VISITS) {
      merge(all);
    }
    if (visits.size() > MOST_TAGS) {
      Iterator<ArrayDeque<Visit>> eldest = visits.values().iterator();
      drop(eldest.next().getLast());
      eldest.remove();
    }
    return last;
  }

  /**
   * The two oldest of a tag become one that lasted all the while: too much is remembered, never too
   * little. Of two passages one would be forgotten: then nothing is known of the time.
   */
  private void merge(ArrayDeque<Visit> all) {
    Visit eldest = all.removeFirst();
    Visit next = all.getFirst();
    if (eldest.passed && next.passed) {
      drop(eldest);
      return;
    }
    next.firstNanos = eldest.firstNanos;
    next.best = Math.max(next.best, eldest.best);
    if (eldest.passed) {
      next.passed = true;
      next.passedNanos = eldest.passedNanos;
      next.open = false; // too much is remembered, never too little
    }
  }

  private void drop(Visit visit) {
    begin(visit.lastNanos + 1);
  }

  /**
   * It passed here within the time of duplicates, as far as is remembered; that of before a start
   * is what the journal has.
   */
  boolean passedAbout(TagNumber tag, long nanos, long duplicateNanos) {
    return visits.getOrDefault(tag, new ArrayDeque<>(0)).stream()
        .anyMatch(visit -> visit.passed && Math.abs(visit.passedNanos - nanos) < duplicateNanos);
  }

  /** Empty when the time was before all that is remembered. */
  Optional<Memory> at(TagNumber tag, long nanos, long duplicateNanos) {
    return at(tag, nanos, duplicateNanos, (from, to) -> false);
  }

  /**
   * The same without what is known to be of no vehicle here. What passed and was charged is never
   * denied.
   */
  Optional<Memory> at(TagNumber tag, long nanos, long duplicateNanos, Denial denial) {
    if (nanos - Math.max(AROUND_NANOS, duplicateNanos) < sinceNanos) {
      return Optional.empty();
    }
    double best = 0;
    boolean passed = false;
    for (Visit visit : visits.getOrDefault(tag, new ArrayDeque<>(0))) {
      boolean firm = visit.passed && !visit.open;
      if (!firm && denial.denies(visit.firstNanos, visit.lastNanos)) {
        continue;
      }
      if (visit.firstNanos <= nanos + AROUND_NANOS && visit.lastNanos >= nanos - AROUND_NANOS) {
        best = Math.max(best, visit.best);
      }
      passed |= visit.passed && Math.abs(visit.passedNanos - nanos) < duplicateNanos;
    }
    return Optional.of(new Memory(best, passed));
  }
}
