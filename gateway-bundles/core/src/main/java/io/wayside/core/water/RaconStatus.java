// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.water;

/** What an aid says of its radar beacon. */
public enum RaconStatus {
  /** None fitted, or not said. */
  NOT_TOLD,
  NOT_MONITORED,
  OPERATIONAL,
  FAILED
}
