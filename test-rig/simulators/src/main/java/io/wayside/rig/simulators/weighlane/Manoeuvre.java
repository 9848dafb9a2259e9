// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.weighlane;

/** What a driver does on the platform. */
public enum Manoeuvre {
  /** Stops with each axle on the platform, as told. */
  STOPS_ON_EACH_AXLE,
  /** Rolls on without stopping; no axle ever comes to rest. */
  NEVER_STANDS_STILL,
  /** After the second axle reverses over the platform and leaves the way it came. */
  DRIVES_BACK,
  /** Stops as told, but one axle behind the first carries next to nothing, as a lifted one. */
  AXLE_TOO_LIGHT,
  /** Stops as told, but one axle stands only partly on the platform. */
  AXLE_PARTLY_ON
}
