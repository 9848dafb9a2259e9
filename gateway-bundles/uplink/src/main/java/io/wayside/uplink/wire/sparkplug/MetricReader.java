// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.wire.sparkplug;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Value;
import io.wayside.uplink.wire.protobuf.ProtoReader;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads one metric; of a field that comes twice the last counts. */
final class MetricReader {

  private Optional<String> name = Optional.empty();
  private OptionalLong alias = OptionalLong.empty();
  private OptionalLong timestampMs = OptionalLong.empty();
  private Optional<MetricType> type = Optional.empty();
  private boolean historical;
  private boolean isNull;
  private Optional<Value> value = Optional.empty();

  Metric read(ProtoReader in) throws GarbledData {
    while (in.next()) {
      field(in);
    }
    return new Metric(
        name, alias, timestampMs, type, historical, isNull ? Optional.empty() : value);
  }

  private void field(ProtoReader in) throws GarbledData {
    switch (in.field()) {
      case SparkplugFields.NAME -> name = Optional.of(in.text());
      case SparkplugFields.ALIAS -> alias = OptionalLong.of(in.varint());
      case SparkplugFields.METRIC_TIMESTAMP -> timestampMs = OptionalLong.of(in.varint());
      case SparkplugFields.DATATYPE -> type = MetricType.numbered(in.varint());
      case SparkplugFields.IS_HISTORICAL -> historical = in.truth();
      case SparkplugFields.IS_NULL -> isNull = in.truth();
      case SparkplugFields.INT_VALUE, SparkplugFields.LONG_VALUE ->
          value = Optional.of(new Value.Whole(in.varint()));
      case SparkplugFields.FLOAT_VALUE -> value = real(in.float32());
      case SparkplugFields.DOUBLE_VALUE -> value = real(in.float64());
      case SparkplugFields.BOOLEAN_VALUE -> value = Optional.of(new Value.Truth(in.truth()));
      case SparkplugFields.STRING_VALUE -> value = Optional.of(new Value.Text(in.text()));
      default -> in.skip();
    }
  }

  /** Not a number, and infinity, are no values here. */
  private static Optional<Value> real(double value) {
    return Double.isFinite(value) ? Optional.of(new Value.Real(value)) : Optional.empty();
  }
}
