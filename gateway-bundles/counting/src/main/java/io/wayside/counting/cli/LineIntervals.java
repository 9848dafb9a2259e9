// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.cli;

import io.wayside.counting.interval.Counted;
import io.wayside.counting.interval.Interval;
import io.wayside.counting.interval.IntervalBook;
import io.wayside.counting.interval.Span;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The intervals of one line, from its crossings and what was watched. */
final class LineIntervals {

  private static final String CAUSE = "not-watched";

  private final IntervalBook book;
  private final List<Interval> told = new ArrayList<>();

  private LineIntervals(Span span) {
    this.book = new IntervalBook(List.of(span), ZoneOffset.UTC, 0, Instant.EPOCH);
  }

  /**
   * Interval after interval from 0 on.
   *
   * @param crossings in the order of time
   * @param watched none: all of it was
   */
  static List<Interval> of(
      List<Counted> crossings, Span span, Optional<Watched> watched, long untilNanos) {
    LineIntervals run = new LineIntervals(span);
    int next = 0;
    if (watched.isPresent()) {
      run.book.blind(CAUSE, 0);
      for (Watched.Stretch stretch : watched.get().stretches()) {
        next = run.count(crossings, next, nanos(stretch.fromS()));
        run.told.addAll(run.book.advance(nanos(stretch.fromS())));
        run.book.seeing(CAUSE, nanos(stretch.fromS()));
        next = run.count(crossings, next, nanos(stretch.toS()));
        run.told.addAll(run.book.advance(nanos(stretch.toS())));
        run.told.addAll(run.book.blind(CAUSE, nanos(stretch.toS())));
      }
    }
    run.count(crossings, next, Long.MAX_VALUE);
    run.told.addAll(run.book.stop(untilNanos));
    return run.told;
  }

  /** Counts those before a moment; returns the first that is not. */
  private int count(List<Counted> crossings, int first, long untilNanos) {
    int next = first;
    for (; next < crossings.size() && crossings.get(next).nanos() < untilNanos; next++) {
      told.addAll(book.advance(crossings.get(next).nanos()));
      book.count(crossings.get(next));
    }
    return next;
  }

  private static long nanos(double seconds) {
    return Math.round(seconds * 1e9);
  }
}
