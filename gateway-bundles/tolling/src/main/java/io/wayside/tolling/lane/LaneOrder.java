// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.lane;

/** What a person or a schedule tells a lane to be. */
public enum LaneOrder {
  OPEN,
  /** Vehicles in the lane are served to their end, then the radio goes off. */
  CLOSE,
  /** Nothing moves by itself; what passes is recorded and not charged. */
  MAINTAIN,
  /** A convoy or an emergency: the barrier stays open; what passes is recorded and not charged. */
  HOLD_OPEN
}
