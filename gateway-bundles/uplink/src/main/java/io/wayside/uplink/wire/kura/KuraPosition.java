// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.wire.kura;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Where the gateway is.
 *
 * @param latitudeDeg in degrees, north positive
 * @param longitudeDeg in degrees, east positive
 * @param altitudeM in metres
 * @param precision dilution of precision
 * @param headingDeg in degrees
 * @param speedMps in m/s
 * @param timestampMs since 1970
 * @param satellites heard
 * @param status 1 no receiver, 2 error, 4 valid
 */
public record KuraPosition(
    double latitudeDeg,
    double longitudeDeg,
    OptionalDouble altitudeM,
    OptionalDouble precision,
    OptionalDouble headingDeg,
    OptionalDouble speedMps,
    OptionalLong timestampMs,
    OptionalInt satellites,
    OptionalInt status) {

  /** A place alone. */
  public static KuraPosition at(double latitudeDeg, double longitudeDeg) {
    return new KuraPosition(
        latitudeDeg,
        longitudeDeg,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalLong.empty(),
        OptionalInt.empty(),
        OptionalInt.empty());
  }
}
