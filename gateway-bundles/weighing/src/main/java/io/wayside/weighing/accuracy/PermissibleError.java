// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.accuracy;

import io.wayside.weighing.accuracy.R134Table.Floor;
import io.wayside.weighing.accuracy.R134Table.Kind;
import io.wayside.weighing.accuracy.R134Table.Row;
import java.util.Optional;

/**
 * How large an error OIML R 134 allows: a percentage of the reference. For the mass of a vehicle
 * weighed with a scale interval d it is rounded to d, and never less than some d for each axle, as
 * the mass is a sum of that many weighings. Axles and groups are judged by percent alone.
 *
 * @param floor the least for a vehicle's mass
 * @param initial at verification, not in service
 * @param intervalN d, newton; empty where it is not told: then by percent alone
 */
record PermissibleError(Floor floor, boolean initial, Optional<Double> intervalN) {

  private static final double NEWTONS_PER_KG = 9.80665;

  /** Loads are computed in newton: an error right at the limit must not fail by the last bit. */
  private static final double ROUNDING = 1e-9;

  /** A class asks for a scale interval no larger than its own. */
  boolean mayBe(Row row) {
    return intervalN.isEmpty()
        || intervalN.get() <= row.largestIntervalKg() * NEWTONS_PER_KG * (1 + ROUNDING);
  }

  boolean holds(Pair pair, Row row) {
    return within(pair, Math.max(byPercentN(pair, row), leastN(pair, row)));
  }

  boolean onlyByFloor(Pair pair, Row row) {
    return holds(pair, row) && !within(pair, byPercentN(pair, row));
  }

  private static boolean within(Pair pair, double allowedN) {
    return Math.abs(pair.measured() - pair.reference()) <= allowedN + ROUNDING * pair.reference();
  }

  private double byPercentN(Pair pair, Row row) {
    double exact = row.permissible(initial) / 100 * pair.reference();
    return row.kind() == Kind.VEHICLE_MASS
        ? intervalN.map(d -> Math.floor(exact / d + 0.5) * d).orElse(exact)
        : exact;
  }

  private double leastN(Pair pair, Row row) {
    return row.kind() == Kind.VEHICLE_MASS
        ? intervalN.map(d -> floor.intervals(initial) * d * pair.axles()).orElse(0.0)
        : 0;
  }
}
