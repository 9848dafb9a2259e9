// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.hostile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The producer's own list: what it handed in, what was accepted under which number. */
final class Ledger {

  private final Map<Long, Load.Stream> handedIn = new HashMap<>();
  private final Map<Key, Long> accepted = new HashMap<>();
  private final Set<Long> notAccepted = new HashSet<>();
  private final List<String> oddities = new ArrayList<>();

  synchronized void handedIn(long number, Load.Stream stream) {
    handedIn.put(number, stream);
  }

  synchronized void accepted(Key key, long number) {
    Long other = accepted.put(key, number);
    if (other != null) {
      oddities.add(key + " was given to number " + other + " and to number " + number);
    }
  }

  synchronized void notAccepted(long number) {
    notAccepted.add(number);
  }

  /** Every place that was promised, with the number that has it. */
  synchronized Map<Key, Long> accepted() {
    return Map.copyOf(accepted);
  }

  synchronized int acceptedCount() {
    return accepted.size();
  }

  /** Handed in and neither accepted nor refused: the process ended before it was answered. */
  synchronized int unanswered() {
    return handedIn.size() - accepted.size() - notAccepted.size();
  }

  synchronized int notAcceptedCount() {
    return notAccepted.size();
  }

  /** Whether a record with this number may exist. */
  synchronized boolean mayExist(long number) {
    return handedIn.containsKey(number) && !notAccepted.contains(number);
  }

  synchronized Load.Stream streamOf(long number) {
    return handedIn.getOrDefault(number, Load.STREAMS.get(0));
  }

  /** What is wrong with the promises themselves. */
  synchronized List<String> oddities() {
    return List.copyOf(oddities);
  }
}
