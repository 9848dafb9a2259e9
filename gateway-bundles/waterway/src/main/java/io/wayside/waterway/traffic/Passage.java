// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.traffic;

import java.util.Optional;

/**
 * A passage over the line.
 *
 * @param vessel who it was; empty where a camera alone saw it
 * @param crossing when and where; of a camera's passage the time alone is known
 */
public record Passage(Optional<Vessel> vessel, Optional<Crossing> crossing, long nanos) {

  static Passage of(Vessel vessel, Crossing crossing) {
    return new Passage(Optional.of(vessel), Optional.of(crossing), crossing.nanos());
  }

  static Passage seen(long nanos) {
    return new Passage(Optional.empty(), Optional.empty(), nanos);
  }
}
