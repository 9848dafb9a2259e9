// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.law;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is known about a vehicle beside its axles: from papers, from the registry, from an officer.
 *
 * @param on the day whose law applies
 * @param registeredKg gross weight in the inspection certificate
 * @param layout which layout of the pack it is, when somebody looked
 * @param kingpinM from the kingpin to the first axle of the semitrailer
 * @param drawbarM from the last axle of the drawing vehicle to the first of the trailer, as the law
 *     measures it
 * @param oneContainer whether it carries a single container
 * @param deductionPercent what is taken off each load before it is compared; the pack's own when
 *     empty
 */
public record Circumstances(
    LocalDate on,
    OptionalDouble registeredKg,
    Optional<String> layout,
    OptionalDouble kingpinM,
    OptionalDouble drawbarM,
    Optional<Boolean> oneContainer,
    OptionalDouble deductionPercent) {

  /** Nothing but the day is known. */
  public static Circumstances on(LocalDate day) {
    return new Circumstances(
        day,
        OptionalDouble.empty(),
        Optional.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        Optional.empty(),
        OptionalDouble.empty());
  }
}
