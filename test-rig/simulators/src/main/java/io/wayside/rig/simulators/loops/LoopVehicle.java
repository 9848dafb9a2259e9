// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.loops;

import java.util.List;

/**
 * A vehicle that drives over the lane, as it truly is.
 *
 * @param kind as the generator calls it
 * @param firstAxleM from the front to the first axle
 * @param spacingsM from axle to axle
 * @param axlesKg load of each axle
 */
public record LoopVehicle(
    String kind,
    double lengthM,
    double firstAxleM,
    List<Double> spacingsM,
    List<Double> axlesKg,
    Drive drive) {

  public LoopVehicle {
    spacingsM = List.copyOf(spacingsM);
    axlesKg = List.copyOf(axlesKg);
  }

  public LoopVehicle driven(Drive other) {
    return new LoopVehicle(kind, lengthM, firstAxleM, spacingsM, axlesKg, other);
  }
}
