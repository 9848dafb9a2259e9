// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.wire.sparkplug;

import io.wayside.core.data.Value;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One metric of a payload.
 *
 * @param name in births and commands
 * @param alias a number that stands for the name in data; declared by a birth
 * @param timestampMs when the value was so, since 1970
 * @param type in births and commands; read as empty when it is none of ours
 * @param historical whether it is no longer the current value
 * @param value a single value; empty for null, and for a value of a kind that is not read here
 */
public record Metric(
    Optional<String> name,
    OptionalLong alias,
    OptionalLong timestampMs,
    Optional<MetricType> type,
    boolean historical,
    Optional<Value> value) {

  /** A declaration without alias: the metric never comes in data. */
  static Metric named(String name, long timestampMs, MetricType type, Value value) {
    return new Metric(
        Optional.of(name),
        OptionalLong.empty(),
        OptionalLong.of(timestampMs),
        Optional.of(type),
        false,
        Optional.of(value));
  }

  /** A declaration with the current value. */
  static Metric declared(
      String name, long alias, long timestampMs, MetricType type, Optional<Value> value) {
    return new Metric(
        Optional.of(name),
        OptionalLong.of(alias),
        OptionalLong.of(timestampMs),
        Optional.of(type),
        false,
        value);
  }

  /** A value, by alias only. */
  static Metric data(long alias, long timestampMs, boolean historical, Optional<Value> value) {
    return new Metric(
        Optional.empty(),
        OptionalLong.of(alias),
        OptionalLong.of(timestampMs),
        Optional.empty(),
        historical,
        value);
  }
}
