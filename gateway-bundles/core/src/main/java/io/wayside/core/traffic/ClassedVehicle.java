// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.traffic;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A vehicle that a station has classified. Evidence for another station, never a charge.
 *
 * @param fromNanos monotonic, when its front came to the station's sensors
 * @param toNanos when its rear had left them
 * @param scheme id of the class scheme, such as {@code fhwa-13}
 * @param vehicleClass id of the class in that scheme
 * @param confidence 0 to 1
 * @param lengthM over all, in metres
 */
public record ClassedVehicle(
    long fromNanos,
    long toNanos,
    String scheme,
    String vehicleClass,
    OptionalDouble confidence,
    OptionalDouble lengthM,
    OptionalInt axles) {

  public ClassedVehicle {
    if (toNanos - fromNanos < 0) {
      throw new IllegalArgumentException("a vehicle cannot leave before it comes");
    }
  }
}
