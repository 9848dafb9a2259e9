// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sequence numbers as ranges that never touch each other. Numbers that come in order cost one range
 * however many they are; each gap costs one more.
 */
public final class NumberSet {

  private final TreeMap<Long, Long> lastByFirst = new TreeMap<>();
  private long count;

  /** Adds a number; returns whether it is new. */
  public boolean add(long number) {
    return add(new Range(number, number)) > 0;
  }

  /** Adds a range; returns how many of its numbers are new. */
  public long add(Range range) {
    long first = range.first();
    long last = range.last();
    long swallowed = 0;
    Map.Entry<Long, Long> near = lastByFirst.floorEntry(last == Long.MAX_VALUE ? last : last + 1);
    while (near != null && near.getValue() >= range.first() - 1) {
      first = Math.min(first, near.getKey());
      last = Math.max(last, near.getValue());
      swallowed += near.getValue() - near.getKey() + 1;
      lastByFirst.remove(near.getKey());
      near = lastByFirst.lowerEntry(near.getKey());
    }
    lastByFirst.put(first, last);
    long added = last - first + 1 - swallowed;
    count += added;
    return added;
  }

  public boolean contains(long number) {
    Map.Entry<Long, Long> near = lastByFirst.floorEntry(number);
    return near != null && number <= near.getValue();
  }

  public long count() {
    return count;
  }

  /** The lowest number; 0 when there is none. */
  public long first() {
    return lastByFirst.isEmpty() ? 0 : lastByFirst.firstKey();
  }

  /** The highest number; 0 when there is none. */
  public long highest() {
    return lastByFirst.isEmpty() ? 0 : lastByFirst.lastEntry().getValue();
  }

  /** The number up to which none from 1 on is missing; 0 when 1 itself is. */
  public long contiguousThrough() {
    return lastByFirst.isEmpty() || first() != 1 ? 0 : lastByFirst.firstEntry().getValue();
  }

  /** How many of 1 to the highest are not there. */
  public long missing() {
    return highest() - count;
  }

  /** The gaps between 1 and the highest in ascending order, at most so many of them. */
  public List<Range> gaps(int atMost) {
    List<Range> gaps = new ArrayList<>();
    long expected = 1;
    for (Map.Entry<Long, Long> range : lastByFirst.entrySet()) {
      if (gaps.size() == atMost) {
        break;
      }
      if (range.getKey() > expected) {
        gaps.add(new Range(expected, range.getKey() - 1));
      }
      expected = range.getValue() + 1;
    }
    return gaps;
  }
}
