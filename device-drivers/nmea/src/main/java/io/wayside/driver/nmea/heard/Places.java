// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.heard;

import io.wayside.core.water.Fix;
import io.wayside.driver.nmea.ais.bits.Place;
import java.util.Optional;

/** Places of messages as measured ones. */
final class Places {

  /** From here on a second says that nothing is being measured: by hand, dead reckoning, broken. */
  private static final int NOT_MEASURED = 61;

  private Places() {}

  static Optional<Fix> fix(Place place) {
    return place.isKnown()
        ? Optional.of(Fix.of(place.latitudeDeg().getAsDouble(), place.longitudeDeg().getAsDouble()))
        : Optional.empty();
  }

  /** Empty also when the second of the minute says that nobody measures. */
  static Optional<Fix> fix(Place place, int second) {
    return second < NOT_MEASURED ? fix(place) : Optional.empty();
  }
}
