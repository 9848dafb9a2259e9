// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Stored numbers of a stream, or those of a part of it, as runs that never touch each other.
 * Numbers that come in order cost one run however many they are; each gap costs one more. Where two
 * runs meet, the link of the hash chain between them is checked.
 */
final class Runs {

  /** What the first record of a stream has as its previous hash. */
  static final String CHAIN_ORIGIN = "0".repeat(64);

  private final TreeMap<Long, Run> byFirst = new TreeMap<>();
  private final Map<Long, Run> begunWith = new HashMap<>();

  Runs(Collection<Run> stored) {
    for (Run run : stored) {
      byFirst.put(run.first(), run);
      begunWith.put(run.first(), run);
    }
  }

  boolean contains(long number) {
    Map.Entry<Long, Run> near = byFirst.floorEntry(number);
    return near != null && number <= near.getValue().last();
  }

  /** Adds a number that is not contained; returns how many of its links do not hold. */
  int add(long number, String previousHash, String hash) {
    int broken = number == 1 && !previousHash.equals(CHAIN_ORIGIN) ? 1 : 0;
    Run run = new Run(number, number, previousHash, hash);
    Map.Entry<Long, Run> below = byFirst.lowerEntry(number);
    if (below != null && below.getValue().last() == number - 1) {
      broken += below.getValue().hash().equals(previousHash) ? 0 : 1;
      run = joined(below.getValue(), run);
    }
    Run above = number == Long.MAX_VALUE ? null : byFirst.get(number + 1);
    if (above != null) {
      broken += above.before().equals(hash) ? 0 : 1;
      byFirst.remove(above.first());
      run = joined(run, above);
    }
    byFirst.put(run.first(), run);
    return broken;
  }

  Collection<Run> all() {
    return byFirst.values();
  }

  /** First numbers of runs that are not as they were at the beginning. */
  List<Long> gone() {
    return begunWith.values().stream()
        .filter(run -> !run.equals(byFirst.get(run.first())))
        .map(Run::first)
        .toList();
  }

  /** Runs that were not there, or not so, at the beginning. */
  List<Run> come() {
    List<Run> come = new ArrayList<>(byFirst.values());
    come.removeIf(run -> run.equals(begunWith.get(run.first())));
    return come;
  }

  private static Run joined(Run low, Run high) {
    return new Run(low.first(), high.last(), low.before(), high.hash());
  }
}
