// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.statics;

/** How a vehicle's weighing ended. */
public enum Ending {
  /** No axle for the vehicle gap, the platform watched all the time. */
  PLATFORM_CLEAR("platform-clear"),
  /** The operator said so. */
  FINISHED("finished-by-operator"),
  /** The operator did not want it; it is recorded all the same. */
  DISCARDED("discarded-by-operator"),
  /** The signal was away when the vehicle gap ran out. */
  SIGNAL_LOST("signal-lost"),
  /** More axles than any vehicle has; memory is bounded. */
  AXLE_LIMIT("axle-limit"),
  /** The station was stopped or configured anew. */
  STATION_STOPPED("station-stopped");

  private final String code;

  Ending(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }
}
