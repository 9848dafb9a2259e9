// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.statics;

import io.wayside.core.device.ScaleKeys.Tare;
import io.wayside.core.device.WeightReading.Basis;
import java.util.Optional;
import java.util.Set;

/**
 * What the indications during a vehicle referred to.
 *
 * @param bases gross, net or not told, each that occurred
 * @param tare the last one that the scale told of
 */
public record Indicated(Set<Basis> bases, Optional<Tare> tare) {

  public Indicated {
    bases = Set.copyOf(bases);
  }
}
