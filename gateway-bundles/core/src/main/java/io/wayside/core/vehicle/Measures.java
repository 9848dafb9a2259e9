// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.vehicle;

import io.wayside.core.vehicle.Condition.Measure;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A vehicle in the units of a scheme, rounded to as many decimals as the scheme's figures have:
 * between 10.10 and 10.11 feet there is nothing.
 */
final class Measures {

  private final AxlePattern pattern;
  private final boolean axlesKnown;
  private final Units units;
  private final double steps;
  private final String groups;

  Measures(AxlePattern pattern, Units units, int decimals, double groupGapM) {
    this(pattern, true, units, decimals, groupGapM);
  }

  private Measures(
      AxlePattern pattern, boolean axlesKnown, Units units, int decimals, double groupGapM) {
    this.pattern = pattern;
    this.axlesKnown = axlesKnown;
    this.units = units;
    this.steps = Math.pow(10, decimals);
    this.groups = pattern.code(groupGapM);
  }

  /** A vehicle of which nothing but the length is known. */
  static Measures ofLength(double lengthM, Units units, int decimals) {
    AxlePattern pattern =
        new AxlePattern(List.of(), List.of(), OptionalDouble.of(lengthM), OptionalInt.empty());
    return new Measures(pattern, false, units, decimals, 0);
  }

  OptionalInt axles() {
    return axlesKnown ? OptionalInt.of(pattern.axles()) : OptionalInt.empty();
  }

  /** The axle groups as a code; empty where axles are not known. */
  Optional<String> groups() {
    return axlesKnown ? Optional.of(groups) : Optional.empty();
  }

  OptionalDouble value(Measure measure, int index) {
    return switch (measure) {
      case AXLES -> axlesKnown ? OptionalDouble.of(pattern.axles()) : none();
      case SPACING ->
          index < pattern.spacingsM().size()
              ? length(pattern.spacingsM().get(index))
              : OptionalDouble.empty();
      case GROSS -> pattern.grossKg().isPresent() ? load(pattern.grossKg().getAsDouble()) : none();
      case FIRST_AXLE -> pattern.loadsKg().isEmpty() ? none() : load(pattern.loadsKg().get(0));
      case LENGTH ->
          pattern.lengthM().isPresent() ? length(pattern.lengthM().getAsDouble()) : none();
      case DUAL_AXLES ->
          pattern.dualAxles().isPresent()
              ? OptionalDouble.of(pattern.dualAxles().getAsInt())
              : none();
    };
  }

  String name(Measure measure, int index) {
    String unit = units.length().name().toLowerCase(Locale.ROOT);
    return switch (measure) {
      case AXLES -> "axles";
      case SPACING -> "spacing " + (index + 1) + " in " + unit;
      case GROSS -> "gross in " + units.load().name().toLowerCase(Locale.ROOT);
      case FIRST_AXLE -> "first axle in " + units.load().name().toLowerCase(Locale.ROOT);
      case LENGTH -> "length in " + unit;
      case DUAL_AXLES -> "axles with dual tyres";
    };
  }

  private OptionalDouble length(double metres) {
    return rounded(metres / units.metres());
  }

  private OptionalDouble load(double kilograms) {
    return rounded(kilograms / units.kilograms());
  }

  private OptionalDouble rounded(double x) {
    return OptionalDouble.of(Math.round(x * steps) / steps);
  }

  private static OptionalDouble none() {
    return OptionalDouble.empty();
  }
}
