// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks;

import io.wayside.core.data.FieldsBuilder;
import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import java.util.OptionalDouble;

/**
 * One measured figure.
 *
 * @param bench which benchmark
 * @param figure what was measured
 * @param value the median of the runs, in {@code unit}; not a number when it was skipped
 * @param unit as people write it: ms, MiB, records/s
 * @param against the alternative or limit measured in the same run; empty when there is none
 * @param ratio value over that alternative's value
 * @param runs how often it was measured
 */
public record Figure(
    String bench,
    String figure,
    double value,
    String unit,
    String against,
    OptionalDouble ratio,
    int runs) {

  /** A figure that stands alone. */
  public static Figure plain(String bench, String figure, double value, String unit, int runs) {
    return new Figure(bench, figure, value, unit, "", OptionalDouble.empty(), runs);
  }

  /** A figure and its ratio to another of the same run. */
  public static Figure ratio(
      String bench, String figure, Samples samples, String unit, Figure other) {
    double value = samples.median();
    return new Figure(
        bench,
        figure,
        value,
        unit,
        other.figure(),
        OptionalDouble.of(value / other.value()),
        samples.count());
  }

  /** What could not be measured here, and why. */
  public static Figure skipped(String bench, String figure, String reason) {
    return new Figure(
        bench, figure, Double.NaN, "", "skipped: " + reason, OptionalDouble.empty(), 0);
  }

  public boolean isSkipped() {
    return Double.isNaN(value);
  }

  /** One line of JSON. */
  public String toJson() {
    FieldsBuilder fields =
        Value.Fields.with("bench", bench)
            .and("figure", figure)
            .and("value", isSkipped() ? Value.ABSENT : new Value.Real(value))
            .and("unit", unit)
            .and("against", against.isEmpty() ? Value.ABSENT : new Value.Text(against))
            .and("ratio", ratio.isPresent() ? new Value.Real(ratio.getAsDouble()) : Value.ABSENT)
            .and("runs", runs);
    return Json.write(fields.build());
  }
}
