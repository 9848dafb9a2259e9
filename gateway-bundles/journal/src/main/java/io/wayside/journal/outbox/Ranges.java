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
      beyond.remove(touching.getKey());
      beyondSize -= touching.getValue() - touching.getKey() + 1;
      touching = beyond.floorEntry(to);
    }
    long added = last - Math.max(first, through + 1) + 1 - had;
    if (from == through + 1) {
      through = to;
    } else {
      beyond.put(from, to);
      beyondSize += to - from + 1;
    }
    return added;
  }

  private static long overlap(long first, long last, long otherFirst, long otherLast) {
    return Math.max(0, Math.min(last, otherLast) - Math.max(first, otherFirst) + 1);
  }
}
