// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.detector;

import io.wayside.core.device.CardWord;
import io.wayside.core.device.CardWord.LoopFault;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Faults of loops that stand, in words. */
final class LoopFaults {

  private final Map<String, LoopFault> standing = new TreeMap<>();

  void hear(CardWord word) {
    if (word instanceof LoopFault fault) {
      String words =
          fault.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ')
              + " at channel "
              + fault.channel();
      if (fault.stands()) {
        standing.putIfAbsent(words, fault);
      } else {
        standing.remove(words);
      }
    }
  }

  /** What stands, as it was told: for those who listen only since then. */
  List<CardWord> again() {
    return List.copyOf(standing.values());
  }

  @Override
  public String toString() {
    return String.join(", ", standing.keySet());
  }
}
