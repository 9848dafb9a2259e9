// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.lane;

/** Where the barrier's arm is, as its own switches say. */
public enum ArmPosition {
  CLOSED,
  OPEN,
  BETWEEN,
  /** The switches are not heard, or contradict each other. */
  UNKNOWN
}
