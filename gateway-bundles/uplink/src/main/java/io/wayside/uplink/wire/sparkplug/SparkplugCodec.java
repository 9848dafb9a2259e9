// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.wire.sparkplug;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Value;
import io.wayside.uplink.wire.protobuf.ProtoReader;
import io.wayside.uplink.wire.protobuf.ProtoWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** A payload as bytes and back. Data sets, templates and properties are passed over. */
public final class SparkplugCodec {

  private SparkplugCodec() {}

  public static byte[] write(SparkplugPayload payload) {
    ProtoWriter out = new ProtoWriter();
    payload.timestampMs().ifPresent(ms -> out.varint(SparkplugFields.TIMESTAMP, ms));
    payload.metrics().forEach(metric -> out.message(SparkplugFields.METRIC, write(metric)));
    payload.seq().ifPresent(seq -> out.varint(SparkplugFields.SEQ, seq));
    return out.bytes();
  }

  public static SparkplugPayload read(byte[] bytes) throws GarbledData {
    ProtoReader in = new ProtoReader(bytes);
    OptionalLong timestampMs = OptionalLong.empty();
    OptionalLong seq = OptionalLong.empty();
    List<Metric> metrics = new ArrayList<>();
    while (in.next()) {
      switch (in.field()) {
        case SparkplugFields.TIMESTAMP -> timestampMs = OptionalLong.of(in.varint());
        case SparkplugFields.SEQ -> seq = OptionalLong.of(in.varint());
        case SparkplugFields.METRIC -> metrics.add(new MetricReader().read(in.message()));
        default -> in.skip();
      }
    }
    return new SparkplugPayload(timestampMs, seq, metrics);
  }

  private static ProtoWriter write(Metric metric) {
    ProtoWriter out = new ProtoWriter();
    metric.name().ifPresent(name -> out.text(SparkplugFields.NAME, name));
    metric.alias().ifPresent(alias -> out.varint(SparkplugFields.ALIAS, alias));
    metric.timestampMs().ifPresent(ms -> out.varint(SparkplugFields.METRIC_TIMESTAMP, ms));
    metric.type().ifPresent(type -> out.varint(SparkplugFields.DATATYPE, type.number()));
    if (metric.historical()) {
      out.truth(SparkplugFields.IS_HISTORICAL, true);
    }
    metric
        .value()
        .ifPresentOrElse(
            value -> write(value, out), () -> out.truth(SparkplugFields.IS_NULL, true));
    return out;
  }

  private static void write(Value value, ProtoWriter out) {
    if (value instanceof Value.Whole whole) {
      out.varint(SparkplugFields.LONG_VALUE, whole.value());
    } else if (value instanceof Value.Real real) {
      out.float64(SparkplugFields.DOUBLE_VALUE, real.value());
    } else if (value instanceof Value.Truth truth) {
      out.truth(SparkplugFields.BOOLEAN_VALUE, truth.value());
    } else if (value instanceof Value.Text text) {
      out.text(SparkplugFields.STRING_VALUE, text.value());
    } else {
      throw new IllegalArgumentException("a metric holds a single value, not " + value);
    }
  }
}
