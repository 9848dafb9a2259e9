// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.calibration;

import io.wayside.core.quality.Flag;
import io.wayside.core.vehicle.AxlePattern;
import io.wayside.weighing.motion.MotionFlags;
import io.wayside.weighing.motion.MotionVehicle;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Vehicles whose first axle carries much the same load whoever drives by: loaded articulated ones.
 *
 * @param groups which axle groups they have
 * @param groupGapM neighbours at most this far apart are of one group
 * @param leastGrossN loaded, not empty
 */
public record Population(List<String> groups, double groupGapM, double leastGrossN) {

  /** Tractors with two or three axles and a loaded semitrailer; above 25 t. */
  public static final Population LOADED_ARTICULATED =
      new Population(List.of("1-1-2", "1-1-3", "1-2-2", "1-2-3"), 2.0, 25_000 * 9.80665);

  public Population {
    groups = List.copyOf(groups);
  }

  /** The load of the first axle, when the vehicle is one of these and nothing is doubtful. */
  public OptionalDouble steerAxleN(MotionVehicle vehicle) {
    boolean member =
        vehicle.grossN() >= leastGrossN
            && groups.contains(AxlePattern.of(vehicle.spacingsM()).code(groupGapM))
            && vehicle.flags().all().stream().allMatch(Population::isHarmless);
    return member ? OptionalDouble.of(vehicle.axles().get(0).loadN()) : OptionalDouble.empty();
  }

  /** An instrument that is not verified may still be watched. */
  private static boolean isHarmless(Flag flag) {
    return MotionFlags.INFORMATIVE.contains(flag)
        || flag.equals(MotionFlags.NOT_VERIFIED)
        || flag.equals(MotionFlags.UNCALIBRATED);
  }
}
