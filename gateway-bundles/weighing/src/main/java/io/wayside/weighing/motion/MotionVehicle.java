// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.motion;

import io.wayside.core.quality.Flags;
import java.util.List;

/**
 * One vehicle weighed in motion.
 *
 * @param beganNanos when it was first noticed; monotonic
 * @param endedNanos when it was known to have left
 * @param speedMps mean speed over the instrument; negative when driven backwards
 * @param speedUncertaintyMps expanded uncertainty (k = 2)
 * @param accelerationMps2 mean acceleration; NaN where it cannot be told
 * @param axles in the order in which they came; at least one
 * @param spacingsM between neighbouring axles, one fewer than axles
 * @param groups all axles, each in exactly one group
 * @param grossN sum of the axles in newton
 * @param grossUncertaintyN expanded uncertainty (k = 2); not the root of squares where errors are
 *     shared
 * @param lengthM length over all, from presence detection; NaN where it cannot be told
 * @param temperatureC pavement or sensor temperature in force; NaN where it is not measured
 * @param flags doubts about the vehicle, those of its axles among them
 */
public record MotionVehicle(
    long beganNanos,
    long endedNanos,
    double speedMps,
    double speedUncertaintyMps,
    double accelerationMps2,
    List<MotionAxle> axles,
    List<Double> spacingsM,
    List<MotionGroup> groups,
    double grossN,
    double grossUncertaintyN,
    double lengthM,
    double temperatureC,
    Flags flags) {

  public MotionVehicle {
    axles = List.copyOf(axles);
    spacingsM = List.copyOf(spacingsM);
    groups = List.copyOf(groups);
    if (axles.isEmpty() || spacingsM.size() != axles.size() - 1) {
      throw new IllegalArgumentException(
          axles.size() + " axles cannot have " + spacingsM.size() + " spacings");
    }
    if (groups.stream().mapToInt(MotionGroup::axles).sum() != axles.size()) {
      throw new IllegalArgumentException("each axle must be in one group");
    }
    for (MotionAxle axle : axles) {
      flags = flags.with(axle.flags()); // an axle's doubt is the vehicle's doubt
    }
  }

  /** The same with more doubts. */
  public MotionVehicle with(Flags more) {
    return new MotionVehicle(
        beganNanos,
        endedNanos,
        speedMps,
        speedUncertaintyMps,
        accelerationMps2,
        axles,
        spacingsM,
        groups,
        grossN,
        grossUncertaintyN,
        lengthM,
        temperatureC,
        flags.with(more));
  }
}
