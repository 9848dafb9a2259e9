// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.water;

/** What an aid says of its own light. Off is no fault by day; only the station knows when it is. */
public enum LightStatus {
  /** Not monitored, or not said. */
  NOT_TOLD,
  ON,
  OFF,
  /** Failed, or shining with reduced range. */
  FAILED
}
