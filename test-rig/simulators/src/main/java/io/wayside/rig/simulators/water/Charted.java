// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.water;

import java.util.List;

/**
 * An aid as a site's document has it.
 *
 * @param mmsi by which it is heard
 * @param mooringM length of the mooring; 0 is a beacon on the ground
 * @param depthM at the sinker when the gauge stands at zero
 * @param character as on the chart
 * @param phasesMs light and dark in turn, light first, in milliseconds
 * @param lightInput whether the lamp itself is looked at
 * @param lightLevels whether that is a photodiode, which gives levels and no edges
 * @param tellsFailure whether its lantern knows that its lamp has failed; others say off
 */
public record Charted(
    int index,
    int mmsi,
    String name,
    double latitudeDeg,
    double longitudeDeg,
    double mooringM,
    double depthM,
    String character,
    List<Integer> phasesMs,
    boolean lightInput,
    boolean lightLevels,
    boolean tellsFailure) {

  public boolean floating() {
    return mooringM > 0;
  }
}
