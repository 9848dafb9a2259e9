// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.toll.office;

import java.util.HashMap;
import java.util.Map;

/** What the office has counted, and what it noticed of the order. Used by several threads. */
final class Account {

  /** Of a posted record. */
  enum Answer {
    ACCEPTED,
    DUPLICATE
  }

  private final Map<String, Map<Long, Long>> counted = new HashMap<>();
  private final Map<String, Long> last = new HashMap<>();
  private long posted;
  private long duplicates;
  private long outOfOrder;

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

  synchronized boolean has(String lane, long number) {
    return counted.getOrDefault(lane, Map.of()).containsKey(number);
  }

  synchronized long size(String lane) {
    return counted.getOrDefault(lane, Map.of()).size();
  }

  synchronized long sum(String lane) {
    return counted.getOrDefault(lane, Map.of()).values().stream().mapToLong(Long::longValue).sum();
  }

  synchronized long posted() {
    return posted;
  }

  synchronized long duplicates() {
    return duplicates;
  }

  synchronized long outOfOrder() {
    return outOfOrder;
  }
}
