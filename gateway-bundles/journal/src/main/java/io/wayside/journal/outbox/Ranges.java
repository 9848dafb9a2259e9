// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A set of sequence numbers as few ranges: all up to {@link #through()}, and some beyond it. */
public final class Ranges {

  /** Both ends belong to it. */
  public record Range(long first, long last) {
    public long size() {
      return last - first + 1;
    }
  }

  private final TreeMap<Long, Long> beyond = new TreeMap<>();
  private long through;
  private long beyondSize;

  public Ranges(long through) {
    this.through = through;
  }

  /** Every number up to and including this one is in the set. */
  public long through() {
    return through;
  }

  /** The ranges above {@link #through()}, ascending, never touching each other. */
  public List<Range> beyond() {
    List<Range> ranges = new ArrayList<>(beyond.size());
    beyond.forEach((first, last) -> ranges.add(new Range(first, last)));
    return ranges;
  }

  /** How many numbers of 1 … {@code head} are not in the set, given none above {@code head} is. */
  public long missingUpTo(long head) {
    return Math.max(0, head - through) - beyondSize;
  }

  public boolean contains(long number) {
    if (number <= through) {
      return true;
    }
    Map.Entry<Long, Long> below = beyond.floorEntry(number);
    return below != null && number <= below.getValue();
  }

  /** The first number at or above {@code number} that is not in the set. */
  public long firstMissingFrom(long number) {
    if (number <= through) {
      return firstMissingFrom(through + 1);
    }
    Map.Entry<Long, Long> below = beyond.floorEntry(number);
    return below != null && number <= below.getValue() ? below.getValue() + 1 : number;
  }

  /** The last number before the next range in the set, from a number that is not in the set. */
  public long lastMissingFrom(long number, long atMost) {
    Long next = beyond.higherKey(number);
    return next == null ? atMost : Math.min(atMost, next - 1);
  }

  /** What of the set lies between two numbers, both included. */
  List<Range> within(long first, long last) {
    List<Range> ranges = new ArrayList<>();
    for (long at = first; at <= last; ) {
      long missing = Math.min(firstMissingFrom(at), last + 1);
      if (missing > at) {
        ranges.add(new Range(at, missing - 1));
      }
      at = missing > last ? missing : lastMissingFrom(missing, last) + 1;
    }
    return ranges;
  }

  /** Adds one number; returns whether it is new. */
  public boolean add(long number) {
    return add(number, number) > 0;
  }

  /** Adds a range; returns how many of its numbers are new. */
  public long add(long first, long last) {
    long from = Math.max(first, through + 1);
    if (from > last) {
      return 0;
    }
    long to = last;
    long had = 0;
    Map.Entry<Long, Long> touching = beyond.floorEntry(last == Long.MAX_VALUE ? last : last + 1);
    while (touching != null && touching.getValue() >= from - 1) {
      had += overlap(from, last, touching.getKey(), touching.getValue());
      from = Math.min(from, touching.getKey());
      to = Math.max(to, touching.getValue());
      drop(touching);
      touching = beyond.floorEntry(to);
    }
    long added = last - Math.max(first, through + 1) + 1 - had;
    if (from == through + 1) {
      through = to;
    } else {
      put(from, to);
    }
    return added;
  }

  /** Takes a range out; returns how many of its numbers were in the set. */
  public long remove(long first, long last) {
    long from = Math.max(first, 1);
    if (from > last) {
      return 0;
    }
    long removed = 0;
    if (from <= through) {
      long highest = through;
      through = from - 1;
      removed += Math.min(last, highest) - from + 1;
      if (highest > last) {
        put(last + 1, highest);
      }
    }
    Map.Entry<Long, Long> range = beyond.floorEntry(last);
    while (range != null && range.getValue() >= from) {
      drop(range);
      removed += overlap(from, last, range.getKey(), range.getValue());
      if (range.getValue() > last) {
        put(last + 1, range.getValue());
      }
      if (range.getKey() < from) {
        put(range.getKey(), from - 1);
      }
      range = beyond.lowerEntry(range.getKey());
    }
    return removed;
  }

  /** The same set again, to be changed by itself. */
  Ranges copy() {
    Ranges copy = new Ranges(through);
    copy.beyond.putAll(beyond);
    copy.beyondSize = beyondSize;
    return copy;
  }

  private void put(long first, long last) {
    beyond.put(first, last);
    beyondSize += last - first + 1;
  }

  private void drop(Map.Entry<Long, Long> range) {
    beyond.remove(range.getKey());
    beyondSize -= range.getValue() - range.getKey() + 1;
  }

  private static long overlap(long first, long last, long otherFirst, long otherLast) {
    return Math.max(0, Math.min(last, otherLast) - Math.max(first, otherFirst) + 1);
  }
}
