// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.lane;

/** What a lane is doing, worked out from its orders, its faults and the vehicle at its head. */
public enum LaneState {
  CLOSED,
  OPEN_IDLE,
  /** A vehicle is on the arming loop, no tag is heard of it yet. */
  ARMED,
  IDENTIFYING,
  PASS_GRANTED,
  PASSING,
  HOLD,
  /** A loop that proves passages is not heard, or the barrier does not obey. */
  FAULT,
  FORCED_OPEN,
  MAINTENANCE
}
