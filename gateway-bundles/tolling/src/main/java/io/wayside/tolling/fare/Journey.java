// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.fare;

import java.time.Instant;
import java.util.Optional;

/**
 * What is to be priced.
 *
 * @param station where the vehicle passes now
 * @param direction as the station's documents call it
 * @param group vehicle group the tag is registered with
 * @param at when it passes
 * @param entry where it came in, in a closed system
 */
public record Journey(
    String station,
    String direction,
    Optional<Integer> group,
    Instant at,
    Optional<EntryPoint> entry) {

  /** A pass of an open system. */
  public static Journey past(String station, String direction, int group, Instant at) {
    return new Journey(station, direction, Optional.of(group), at, Optional.empty());
  }
}
