// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.strips;

import io.wayside.core.quality.Flags;
import java.util.ArrayList;
import java.util.List;

/**
 * What came over the lines together.
 *
 * @param axles in the order in which they came; empty when nothing but ghosts did
 * @param ghosts pulses that belong to no axle
 * @param flags doubts about all of it
 */
record Passage(List<AxleTrack> axles, List<Pulse> ghosts, Flags flags) {

  /** The axles [from, to) with the ghosts among them, as a passage of their own. */
  Passage part(int from, int to, List<Pulse> ghostsAmong, Flags doubts) {
    return new Passage(new ArrayList<>(axles.subList(from, to)), ghostsAmong, flags.with(doubts));
  }
}
