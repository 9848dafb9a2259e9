// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.detector;

import io.wayside.core.device.CardWord;
import io.wayside.core.device.CardWord.LoopFault;
import java.util.Locale;
import java.util.TreeSet;

/** Faults of loops that stand, in words. */
final class LoopFaults {

  private final TreeSet<String> standing = new TreeSet<>();

  void hear(CardWord word) {
    if (word instanceof LoopFault fault) {
      String words =
          fault.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ')
              + " at channel "
              + fault.channel();
      if (fault.stands()) {
        standing.add(words);
      } else {
        standing.remove(words);
      }
    }
  }

  @Override
  public String toString() {
    return String.join(", ", standing);
  }
}
