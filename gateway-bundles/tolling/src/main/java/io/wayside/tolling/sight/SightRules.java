// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.sight;

import io.wayside.core.plate.PlateForms;
import io.wayside.core.plate.PlateKey;
import java.util.Optional;

/**
 * What of the things seen is kept.
 *
 * @param key for plates; without it none is looked at
 * @param forms of the country's plates; empty: texts are taken as they are
 * @param plateDelayNanos from the moment a plate is seen to the camera's word of it
 * @param plateText whose plates are kept as text beside the hash
 * @param picturesOfCharges whether pictures are kept with a passage that nobody doubts
 * @param groups what a measured class says of the tariff group
 */
public record SightRules(
    Optional<PlateKey> key,
    Optional<PlateForms> forms,
    long plateDelayNanos,
    Keeping plateText,
    boolean picturesOfCharges,
    Optional<ClassGroups> groups) {

  public static final SightRules NONE =
      new SightRules(Optional.empty(), Optional.empty(), 0, Keeping.NEVER, false, Optional.empty());
}
