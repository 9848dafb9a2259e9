// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.toll.scenario;

/** What a lane may have made of a vehicle. */
public enum Outcome {
  /** One charge to one tag. */
  CHARGED,
  /** Passed with nothing to pay: exempt, or a ticket. */
  FREE,
  /** An attendant let it pass; no tag pays by itself. */
  MANUAL,
  /** Passed without a grant. */
  VIOLATION,
  /** Went back, no charge. */
  ABORTED,
  /** May have passed while nobody watched: flagged, and no charge by itself. */
  UNPROVEN,
  /** The lane has nothing to say about it. */
  NOTHING
}
