// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.lane;

import java.util.Set;

/**
 * What a lane is built of.
 *
 * @param laneAntennas ports that look at vehicles on the arming loop and ahead of the barrier
 * @param approachAntennas ports that look further up the road, and hear a tag until its vehicle is
 *     on the arming loop; an antenna that does not is not named here; may be none
 * @param curtain whether a light curtain stands in the line of the barrier
 * @param armSwitches whether the barrier says where its arm is
 * @param standingRoom whether a vehicle can stand between arming and safety loop and be on neither
 */
public record Layout(
    Set<Integer> laneAntennas,
    Set<Integer> approachAntennas,
    boolean curtain,
    boolean armSwitches,
    boolean standingRoom) {

  public Layout {
    laneAntennas = Set.copyOf(laneAntennas);
    approachAntennas = Set.copyOf(approachAntennas);
    if (laneAntennas.isEmpty()) {
      throw new IllegalArgumentException(
          "a lane needs an antenna that looks at the arming loop; name its port");
    }
  }
}
