// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.interval;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Stretches of time with a cause each, that may overlap: what was not observed, what was not
 * measured, when the loop was occupied. Bounded: when it is full the two oldest neighbours become
 * one, so that it never says less than is true.
 */
final class Timeline {

  private final int most;
  private final List<Stretch> closed = new ArrayList<>();
  private final Map<String, Long> open = new TreeMap<>();

  private record Stretch(String cause, long from, long to) {}

  Timeline(int most) {
    this.most = most;
  }

  void begin(String cause, long nanos) {
    open.merge(cause, nanos, Math::min);
  }

  void end(String cause, long nanos) {
    Long from = open.remove(cause);
    if (from != null) {
      add(cause, from, nanos);
    }
  }

  void add(String cause, long from, long to) {
    if (to <= from) {
      return;
    }
    closed.add(new Stretch(cause, from, to));
    if (closed.size() > most) {
      closed.sort(java.util.Comparator.comparingLong(Stretch::from));
      Stretch first = closed.remove(0);
      Stretch second = closed.remove(0);
      closed.add(0, new Stretch(first.cause(), first.from(), Math.max(first.to(), second.to())));
    }
  }

  /** How much of a stretch is covered by any cause, in nanoseconds. */
  long within(long from, long to) {
    long covered = 0;
    long reached = from;
    for (Stretch next : over(from, to)) {
      long begin = Math.max(next.from(), reached);
      long end = Math.min(next.to(), to);
      if (end > begin) {
        covered += end - begin;
        reached = end;
      }
    }
    return covered;
  }

  /** The causes that touch a stretch. */
  Set<String> causes(long from, long to) {
    Set<String> causes = new TreeSet<>();
    over(from, to).forEach(stretch -> causes.add(stretch.cause()));
    return causes;
  }

  /** Whether a cause is open or a stretch covers the time between two moments in part. */
  boolean touches(long from, long to) {
    return !over(from, to).isEmpty();
  }

  void forgetBefore(long nanos) {
    closed.removeIf(stretch -> stretch.to() <= nanos);
  }

  /** What this one covers and the other does not, between two moments. */
  long withinBut(Timeline other, long from, long to) {
    Timeline both = new Timeline(Integer.MAX_VALUE);
    over(from, to).forEach(s -> both.closed.add(s));
    other.over(from, to).forEach(s -> both.closed.add(s));
    return both.within(from, to) - other.within(from, to);
  }

  private List<Stretch> over(long from, long to) {
    List<Stretch> over = new ArrayList<>();
    closed.forEach(s -> addIfOver(s, from, to, over));
    open.forEach((cause, since) -> addIfOver(new Stretch(cause, since, to), from, to, over));
    over.sort(java.util.Comparator.comparingLong(Stretch::from));
    return over;
  }

  private static void addIfOver(Stretch stretch, long from, long to, List<Stretch> over) {
    if (stretch.from() < to && stretch.to() > from) {
      over.add(stretch);
    }
  }
}
