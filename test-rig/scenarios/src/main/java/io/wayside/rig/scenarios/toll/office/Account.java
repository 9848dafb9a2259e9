// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.toll.office;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What the office has counted, and what it noticed of the order. Used by several threads. */
public final class Account {

  /** Of a posted record. */
  enum Answer {
    ACCEPTED,
    DUPLICATE
  }

  private final Map<String, Map<Long, Long>> counted = new HashMap<>();
  private final Map<String, Long> last = new HashMap<>();
  private final Set<String> blocked = new HashSet<>();
  private long asked;
  private long posted;
  private long duplicates;
  private long outOfOrder;

  /** From now on its answer for this tag is no. */
  public synchronized void block(String tag) {
    blocked.add(tag);
  }

  /** Whether the tag may pass; asking is counted. */
  synchronized boolean grants(String tag) {
    asked++;
    return !blocked.contains(tag);
  }

  public synchronized long asked() {
    return asked;
  }

  /** A record was posted. */
  synchronized Answer post(String lane, long number, long minor) {
    posted++;
    Map<Long, Long> sums = counted.computeIfAbsent(lane, any -> new HashMap<>());
    if (sums.containsKey(number)) {
      duplicates++;
      return Answer.DUPLICATE;
    }
    sums.put(number, minor);
    if (last.getOrDefault(lane, 0L) > number) {
      outOfOrder++;
    }
    last.put(lane, number);
    return Answer.ACCEPTED;
  }

  public synchronized boolean has(String lane, long number) {
    return counted.getOrDefault(lane, Map.of()).containsKey(number);
  }

  public synchronized long size(String lane) {
    return counted.getOrDefault(lane, Map.of()).size();
  }

  public synchronized long sum(String lane) {
    return counted.getOrDefault(lane, Map.of()).values().stream().mapToLong(Long::longValue).sum();
  }

  public synchronized long posted() {
    return posted;
  }

  public synchronized long duplicates() {
    return duplicates;
  }

  public synchronized long outOfOrder() {
    return outOfOrder;
  }
}
