// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * What is missing of a stream, and how much of that the gateway explained. A number that is stored
 * counts as stored whatever is said of it; one that is said to be both thinned and lost counts as
 * thinned.
 *
 * @param missing numbers from 1 to the highest stored that are neither stored nor explained
 */
record Completeness(
    long first,
    long contiguousThrough,
    long highest,
    long count,
    long missing,
    long thinned,
    long lost,
    List<Range> gaps) {

  /** Of explanations with a step so many numbers are looked at; the rest counts as missing. */
  static final long MOST_STEPS = 2_000_000;

  /**
   * @param stored ranges that do not touch, in ascending order
   */
  static Completeness of(Iterable<Range> stored, Collection<Explanation> explanations) {
    return new Count(explanations).of(stored);
  }

  private static final class Count {

    private final Deque<Explanation> ahead;
    private final List<Explanation> near = new ArrayList<>();
    private final List<Range> gaps = new ArrayList<>();
    private long contiguousThrough = -1;
    private long missing;
    private long thinned;
    private long lost;
    private long steps;

    private Count(Collection<Explanation> explanations) {
      ahead =
          new ArrayDeque<>(
              explanations.stream().sorted(Comparator.comparingLong(Explanation::first)).toList());
    }

    private Completeness of(Iterable<Range> stored) {
      long first = 0;
      long expected = 1;
      long count = 0;
      for (Range range : stored) {
        first = first == 0 ? range.first() : first;
        if (range.first() > expected) {
          gap(new Range(expected, range.first() - 1));
        }
        count += range.size();
        expected = range.last() + 1;
      }
      long highest = expected - 1;
      return new Completeness(
          first,
          contiguousThrough < 0 ? highest : contiguousThrough,
          highest,
          count,
          missing,
          thinned,
          lost,
          List.copyOf(gaps));
    }

    private void gap(Range gap) {
      near.removeIf(explanation -> explanation.last() < gap.first());
      while (!ahead.isEmpty() && ahead.peek().first() <= gap.last()) {
        near.add(ahead.remove());
      }
      NumberSet explained = new NumberSet();
      thinned += add(explained, gap, Explanation.Reason.THINNED);
      lost += add(explained, gap, Explanation.Reason.LOST);
      missing += gap.size() - explained.count();
      if (explained.count() < gap.size()) {
        List<Range> rest = explained.missingFrom(gap, StreamCount.MOST_GAPS - gaps.size());
        if (contiguousThrough < 0) {
          contiguousThrough = rest.get(0).first() - 1;
        }
        gaps.addAll(rest);
      }
    }

    /** Returns how many numbers were added. */
    private long add(NumberSet explained, Range gap, Explanation.Reason reason) {
      long added = 0;
      for (Explanation explanation : near) {
        if (explanation.reason() != reason) {
          continue;
        }
        long end = Math.min(gap.last(), explanation.last());
        long number = explanation.from(gap.first());
        if (explanation.step() == 1 && number <= end) {
          added += explained.add(new Range(number, end));
          continue;
        }
        while (number <= end && steps < MOST_STEPS) {
          steps++;
          added += explained.add(number) ? 1 : 0;
          number = explanation.from(number + 1);
        }
      }
      return added;
    }
  }
}
