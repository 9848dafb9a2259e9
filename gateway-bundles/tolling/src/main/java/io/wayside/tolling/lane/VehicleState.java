// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.lane;

/** How far a vehicle is. */
public enum VehicleState {
  DETECTED,
  /** Tags were heard that may be its own. */
  CANDIDATE,
  DECIDED,
  CROSSING,
  COMMITTED,
  ABORTED
}
