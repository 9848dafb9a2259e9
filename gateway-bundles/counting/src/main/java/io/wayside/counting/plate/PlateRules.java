// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.plate;

import io.wayside.core.plate.PlateForms;
import io.wayside.core.plate.PlateKey;
import java.util.Optional;

/**
 * How plates are put to vehicles, and what of them is kept.
 *
 * @param forms of the country's plates; empty: texts are taken as they are
 * @param delayNanos from the moment a plate is seen to the camera's word of it
 * @param withinNanos farther apart a plate and a passage are not of one vehicle
 * @param texts whether plates are kept as text beside the hash
 */
public record PlateRules(
    PlateKey key, Optional<PlateForms> forms, long delayNanos, long withinNanos, boolean texts) {

  /** The station tells a passage within this time after it; a camera's word may be late as well. */
  private static final long LATE_NANOS = 4_000_000_000L;

  /** So long after a passage nothing comes any more that would change whose plate is whose. */
  long settlesNanos() {
    return 2 * withinNanos + delayNanos + LATE_NANOS;
  }
}
