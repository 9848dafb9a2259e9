// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.passage;

import java.util.Optional;

/**
 * What the sensors say of a vehicle. Evidence: the registered group is charged.
 *
 * @param group the group it looks like
 */
public record Measured(
    Optional<Integer> group,
    Optional<Integer> axles,
    Optional<Double> heightM,
    Optional<Double> lengthM) {

  public static final Measured NOTHING =
      new Measured(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
