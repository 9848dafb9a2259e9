// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.toll;

import io.wayside.rig.simulators.llrp.SimulatedTag;
import java.util.Map;

/**
 * A tag, and by how much it was heard until its vehicle had passed.
 *
 * @param tag with its memory
 * @param weak badly mounted or behind metal
 * @param readsByLane replies that the reader of each lane reported
 * @param peakDbmByLane the strongest of them
 */
public record TrueTag(
    SimulatedTag tag,
    boolean weak,
    Map<Integer, Integer> readsByLane,
    Map<Integer, Integer> peakDbmByLane) {

  public TrueTag {
    readsByLane = Map.copyOf(readsByLane);
    peakDbmByLane = Map.copyOf(peakDbmByLane);
  }

  public int reads(int lane) {
    return readsByLane.getOrDefault(lane, 0);
  }
}
