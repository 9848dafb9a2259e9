// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.sight;

import io.wayside.core.device.FrameSource;
import io.wayside.core.device.PlateSource;
import io.wayside.core.traffic.VehicleClassSource;
import java.util.Optional;

/**
 * What a lane sees with.
 *
 * @param overview the camera whose pictures show the vehicle
 * @param classes a station that classifies what comes
 */
public record LaneEyes(
    Optional<PlateSource> plates,
    Optional<FrameSource> overview,
    Optional<VehicleClassSource> classes,
    SightRules rules) {

  /** A lane that sees nothing. */
  public static final LaneEyes NONE =
      new LaneEyes(Optional.empty(), Optional.empty(), Optional.empty(), SightRules.NONE);
}
