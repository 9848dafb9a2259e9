// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.strips;

import io.wayside.core.quality.Flags;
import java.util.List;
import java.util.Optional;

/**
 * What came over the lines together.
 *
 * @param axles in the order in which they came; empty when nothing but ghosts did
 * @param ghosts pulses that belong to no axle
 * @param flags doubts about all of it
 * @param isOne whether it is known to be one vehicle
 * @param stay of that one vehicle over the loop
 */
record Passage(
    List<AxleTrack> axles,
    List<Pulse> ghosts,
    Flags flags,
    boolean isOne,
    Optional<Presence.Stay> stay) {

  /** Of one vehicle or of several. */
  Passage(List<AxleTrack> axles, List<Pulse> ghosts, Flags flags) {
    this(axles, ghosts, flags, false, Optional.empty());
  }
}
