// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.aid;

import java.util.Optional;

/**
 * An aid to navigation as the chart and the site document have it.
 *
 * @param id in the site document, and in the names of its records
 * @param name for people
 * @param footing fixed, floating or virtual
 * @param convention which rules give it its side and colour; stated, never inferred
 * @param category how much of the time it should do its duty
 * @param charted where it should stand; an aid may have none and is watched all the same
 * @param character its published light; none for an aid without a light
 * @param mooring what holds it, when it floats
 * @param sources who tells what of it
 */
public record Aid(
    String id,
    String name,
    Footing footing,
    Convention convention,
    Category category,
    Optional<Place> charted,
    Optional<String> character,
    Optional<Mooring> mooring,
    Sources sources) {

  public Aid {
    if (mooring.isPresent() && footing != Footing.FLOATING) {
      throw new IllegalArgumentException(
          "aid " + id + " is " + footing + " and has a mooring; leave the mooring out");
    }
  }

  /** Whether it is on chart displays alone. */
  public boolean virtual() {
    return footing == Footing.VIRTUAL;
  }
}
