// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.lane;

/** What tells the lane where a vehicle is, by its part in the direction of travel. */
public enum Detector {
  /** L1, ahead of the barrier: a vehicle begins here. */
  ARMING,
  /** L2, between arming loop and barrier, where fitted. */
  CLASSING,
  /** L3, under and behind the barrier: a passage is proven here. */
  SAFETY,
  /** The light curtain in the line of the barrier, where fitted; active means broken. */
  CURTAIN
}
