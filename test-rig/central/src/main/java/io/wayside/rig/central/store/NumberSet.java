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

  /** What of a range is not in the set, in ascending order, at most so many ranges. */
  public List<Range> missingFrom(Range range, int atMost) {
    List<Range> gaps = new ArrayList<>();
    Map.Entry<Long, Long> before = lastByFirst.lowerEntry(range.first());
    long expected = before == null ? range.first() : Math.max(range.first(), before.getValue() + 1);
    for (Map.Entry<Long, Long> held :
        lastByFirst.subMap(range.first(), true, range.last(), true).entrySet()) {
      if (gaps.size() == atMost) {
        return gaps;
      }
      if (held.getKey() > expected) {
        gaps.add(new Range(expected, held.getKey() - 1));
      }
      expected = held.getValue() + 1;
    }
    if (expected <= range.last() && gaps.size() < atMost) {
      gaps.add(new Range(expected, range.last()));
    }
    return gaps;
  }
}
