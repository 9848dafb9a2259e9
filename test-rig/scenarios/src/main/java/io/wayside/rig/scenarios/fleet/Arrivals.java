// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.fleet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What came, by gateway, stream and number, with the hash it came with; written by the receiver,
 * read by anybody.
 */
final class Arrivals {

  /** One stream of one gateway. */
  record Line(String gateway, String stream) {}

  /** Numbers without a hole, both ends included. */
  record Span(Line line, long first, long last) {
    long size() {
      return last - first + 1;
    }
  }

  private final Map<Line, Map<Long, String>> hashes = new HashMap<>();
  private final Map<String, Long> repeatsByGateway = new TreeMap<>();
  private long distinct;
  private long repeated;
  private long conflicting;
  private long strange;

  /** A record came; returns whether its number was new. */
  synchronized boolean arrived(String gateway, String stream, long sequence, String hash) {
    String known =
        hashes
            .computeIfAbsent(new Line(gateway, stream), line -> new HashMap<>())
            .putIfAbsent(sequence, hash);
    if (known == null) {
      distinct++;
      return true;
    }
    repeated++;
    repeatsByGateway.merge(gateway, 1L, Long::sum);
    if (!known.equals(hash)) {
      conflicting++;
    }
    return false;
  }

  /** Something came that is no record of this fleet. */
  synchronized void strange() {
    strange++;
  }

  /** Records with different numbers. */
  synchronized long distinct() {
    return distinct;
  }

  /** Records whose number had come before. */
  synchronized long repeated() {
    return repeated;
  }

  /** Repeated records whose content was another one. */
  synchronized long conflicting() {
    return conflicting;
  }

  synchronized long strangers() {
    return strange;
  }

  /** The most repeats that one gateway caused. */
  synchronized long mostRepeatedByOne() {
    return repeatsByGateway.values().stream().mapToLong(Long::longValue).max().orElse(0);
  }

  /** What of {@code 1 … highest accepted} of each line never came. */
  synchronized List<Span> missing(Map<Line, Long> accepted) {
    List<Span> missing = new ArrayList<>();
    accepted.forEach(
        (line, highest) -> {
          Map<Long, String> came = hashes.getOrDefault(line, Map.of());
          long from = 0;
          for (long n = 1; n <= highest + 1; n++) {
            boolean there = n > highest || came.containsKey(n);
            if (!there && from == 0) {
              from = n;
            } else if (there && from > 0) {
              missing.add(new Span(line, from, n - 1));
              from = 0;
            }
          }
        });
    return missing;
  }

  /** Numbers that came although no gateway had given them out. */
  synchronized long invented(Map<Line, Long> accepted) {
    long invented = 0;
    for (Map.Entry<Line, Map<Long, String>> line : hashes.entrySet()) {
      long highest = accepted.getOrDefault(line.getKey(), 0L);
      invented += line.getValue().keySet().stream().filter(n -> n < 1 || n > highest).count();
    }
    return invented;
  }
}
