// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.wire.sparkplug;

import io.wayside.core.data.Value;
import java.util.Arrays;
import java.util.Optional;

/** The types of metrics that are sent, with their numbers in Sparkplug B 3.0. */
public enum MetricType {
  INT64(4),
  DOUBLE(10),
  BOOLEAN(11),
  STRING(12);

  private final int number;

  MetricType(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }

  static Optional<MetricType> numbered(long number) {
    return Arrays.stream(values()).filter(type -> type.number == number).findFirst();
  }

  /** The type of a single value; none for what is absent. */
  static Optional<MetricType> of(Value value) {
    if (value instanceof Value.Whole) {
      return Optional.of(INT64);
    } else if (value instanceof Value.Real) {
      return Optional.of(DOUBLE);
    } else if (value instanceof Value.Truth) {
      return Optional.of(BOOLEAN);
    } else if (value instanceof Value.Text) {
      return Optional.of(STRING);
    }
    return Optional.empty();
  }

  /** Whether a metric declared so can carry a value; a whole number is a double too. */
  boolean takes(Value value) {
    Optional<MetricType> type = of(value);
    return type.isEmpty() || type.get() == this || (this == DOUBLE && type.get() == INT64);
  }
}
