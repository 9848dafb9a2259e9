// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.toll;

import io.wayside.rig.simulators.llrp.SimulatedTag;

/**
 * A tag in a vehicle.
 *
 * @param tag with its memory
 * @param lossDb of windscreen and mounting, one way
 * @param acrossM where it sits, to the left of the vehicle's middle
 * @param mirrored a neighbouring lane's antenna hears it as well as its own does, over some
 *     reflection
 */
public record FittedTag(SimulatedTag tag, double lossDb, double acrossM, boolean mirrored) {

  /** From this loss on a tag counts as weak. */
  public static final double WEAK_DB = 8;

  /** A tag that is mounted as it should be. */
  public static FittedTag good(String epcHex) {
    return new FittedTag(SimulatedTag.of(epcHex), 2, 0, false);
  }

  public FittedTag lossDb(double loss) {
    return new FittedTag(tag, loss, acrossM, mirrored);
  }

  public FittedTag acrossM(double across) {
    return new FittedTag(tag, lossDb, across, mirrored);
  }

  public FittedTag heardBesideAsWell() {
    return new FittedTag(tag, lossDb, acrossM, true);
  }

  public boolean weak() {
    return lossDb >= WEAK_DB;
  }
}
