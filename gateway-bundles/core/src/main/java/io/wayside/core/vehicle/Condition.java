// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.vehicle;

import java.util.List;
import java.util.OptionalDouble;

/** One condition of a class rule. */
sealed interface Condition {

  /** What came of it. */
  enum Outcome {
    HOLDS,
    FAILS,
    /** The measure is not there. */
    OPEN
  }

  Outcome on(Measures vehicle);

  /** Why it failed or stays open, for people. */
  String reason(Measures vehicle);

  default boolean asksForLoads() {
    return false;
  }

  /** What can be measured; figures are in the units of the scheme. */
  enum Measure {
    AXLES,
    SPACING,
    GROSS,
    FIRST_AXLE,
    LENGTH,
    DUAL_AXLES
  }

  /**
   * A measure within a range.
   *
   * @param index which spacing, from 0; 0 for other measures
   */
  record Within(Measure measure, int index, Range range) implements Condition {

    @Override
    public Outcome on(Measures vehicle) {
      if (measure == Measure.SPACING
          && vehicle.axles().isPresent()
          && index >= vehicle.axles().getAsInt() - 1) {
        return Outcome.HOLDS; // the rule takes vehicles with fewer axles too
      }
      OptionalDouble value = vehicle.value(measure, index);
      if (value.isEmpty()) {
        return Outcome.OPEN;
      }
      return range.contains(value.getAsDouble()) ? Outcome.HOLDS : Outcome.FAILS;
    }

    @Override
    public boolean asksForLoads() {
      return measure == Measure.GROSS || measure == Measure.FIRST_AXLE;
    }

    @Override
    public String reason(Measures vehicle) {
      OptionalDouble value = vehicle.value(measure, index);
      String name = vehicle.name(measure, index);
      return value.isEmpty()
          ? name + " is not known, must be " + range
          : name + " " + Range.plain(value.getAsDouble()) + " must be " + range;
    }
  }

  /** Axle groups as one of some codes. */
  record Grouped(List<String> codes) implements Condition {

    public Grouped {
      codes = List.copyOf(codes);
    }

    @Override
    public Outcome on(Measures vehicle) {
      if (vehicle.groups().isEmpty()) {
        return Outcome.OPEN;
      }
      return codes.contains(vehicle.groups().get()) ? Outcome.HOLDS : Outcome.FAILS;
    }

    @Override
    public String reason(Measures vehicle) {
      String wanted = String.join(" or ", codes);
      return vehicle
          .groups()
          .map(groups -> "axle groups " + groups + " must be " + wanted)
          .orElse("axle groups are not known, must be " + wanted);
    }
  }

  /** Something that no sensor of a road tells: a payload, a body, the use of a vehicle. */
  record Unseen(String fact) implements Condition {

    @Override
    public Outcome on(Measures vehicle) {
      return Outcome.OPEN;
    }

    @Override
    public String reason(Measures vehicle) {
      return fact + " cannot be seen";
    }
  }
}
