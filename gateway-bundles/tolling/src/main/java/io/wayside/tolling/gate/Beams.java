// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.gate;

import java.util.EnumMap;
import java.util.Optional;

/** What the beams of a gate say last. What cannot be told counts as occupied. */
final class Beams {

  private final EnumMap<Zone, Boolean> known = new EnumMap<>(Zone.class);

  void seen(Zone zone, Optional<Boolean> occupied) {
    if (occupied.isPresent()) {
      known.put(zone, occupied.get());
    } else {
      known.remove(zone);
    }
  }

  /** Known to be there. */
  boolean has(Zone zone) {
    return known.getOrDefault(zone, false);
  }

  /** Known to be free; not knowing is not enough. */
  boolean isSafetyFree() {
    return !known.getOrDefault(Zone.SAFETY, true);
  }
}
