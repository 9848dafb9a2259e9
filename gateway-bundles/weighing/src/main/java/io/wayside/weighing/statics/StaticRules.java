// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.statics;

import io.wayside.core.device.WeightReading;
import io.wayside.weighing.rest.RestRule;

/**
 * Everything configured that decides a static weighing.
 *
 * @param rest when a load is at rest
 * @param intervalKg scale interval the instrument is verified with, in kg
 * @param axlePresentKg above this an axle is on the platform; one interval lower it has left
 * @param zeroBandKg an empty platform at rest indicates within this of zero
 * @param capacityKg above this the instrument is out of its range
 * @param vehicleGapNanos no axle for so long: the vehicle has gone
 * @param signalGapNanos no reading for so long: an axle may have passed unseen
 * @param stuckAfterNanos loaded for so long: something stands on the platform
 * @param plausibility what vehicles of this site can weigh
 */
public record StaticRules(
    RestRule rest,
    double intervalKg,
    double axlePresentKg,
    double zeroBandKg,
    double capacityKg,
    long vehicleGapNanos,
    long signalGapNanos,
    long stuckAfterNanos,
    Plausibility plausibility) {

  public StaticRules {
    if (!(zeroBandKg < axlePresentKg - intervalKg)) {
      throw new IllegalArgumentException(
          "axlePresentKg ("
              + axlePresentKg
              + ") must lie more than one scale interval ("
              + intervalKg
              + " kg) above zeroBandKg ("
              + zeroBandKg
              + "): otherwise an empty platform looks like an axle; raise it");
    }
    if (!(axlePresentKg < capacityKg)) {
      throw new IllegalArgumentException(
          "axlePresentKg (" + axlePresentKg + ") must lie below capacityKg (" + capacityKg + ")");
    }
    if (signalGapNanos >= vehicleGapNanos) {
      throw new IllegalArgumentException(
          "signalGapMs must be shorter than vehicleGapS: a silence is noticed before it ends a"
              + " vehicle");
    }
  }

  boolean arrives(WeightReading reading) {
    return reading.mass().kilograms() > axlePresentKg;
  }

  boolean leaves(WeightReading reading) {
    return reading.mass().kilograms() <= axlePresentKg - intervalKg;
  }

  boolean atZero(double kg) {
    return Math.abs(kg) <= zeroBandKg;
  }
}
