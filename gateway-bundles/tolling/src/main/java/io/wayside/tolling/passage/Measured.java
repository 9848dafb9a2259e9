// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.passage;

import java.util.Optional;

/**
 * What the sensors say of a vehicle. Evidence: the registered group is charged.
 *
 * @param group the lowest group it can be of, by what it looks like
 * @param seen the class that was measured
 */
public record Measured(
    Optional<Integer> group,
    Optional<Integer> axles,
    Optional<Double> heightM,
    Optional<Double> lengthM,
    Optional<ClassSeen> seen) {

  /** A class of a scheme. */
  public record ClassSeen(String scheme, String vehicleClass) {}

  public static final Measured NOTHING =
      new Measured(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** Whether it is surely of a higher group than it is registered with. */
  boolean isAbove(Optional<Integer> registered) {
    return group.isPresent() && registered.isPresent() && group.get() > registered.get();
  }
}
