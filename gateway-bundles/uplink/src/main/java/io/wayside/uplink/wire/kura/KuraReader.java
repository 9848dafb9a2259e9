// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.wire.kura;

import io.wayside.core.data.GarbledData;
import io.wayside.uplink.wire.protobuf.ProtoReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Bytes as a payload. Unknown fields are passed over; of a field that may come once the last
 * counts.
 */
final class KuraReader {

  private OptionalLong timestampMs = OptionalLong.empty();
  private Optional<KuraPosition> position = Optional.empty();
  private final Map<String, KuraValue> metrics = new LinkedHashMap<>();
  private Optional<byte[]> body = Optional.empty();

  private KuraReader() {}

  static KuraPayload read(byte[] bytes) throws GarbledData {
    return new KuraReader().payload(new ProtoReader(bytes));
  }

  private KuraPayload payload(ProtoReader in) throws GarbledData {
    while (in.next()) {
      switch (in.field()) {
        case KuraFields.TIMESTAMP -> timestampMs = OptionalLong.of(in.varint());
        case KuraFields.POSITION -> position = Optional.of(KuraPositionReader.read(in.message()));
        case KuraFields.METRIC -> addMetric(in.message());
        case KuraFields.BODY -> body = Optional.of(in.bytes());
        default -> in.skip();
      }
    }
    return new KuraPayload(timestampMs, position, metrics, body);
  }

  private void addMetric(ProtoReader in) throws GarbledData {
    String name = null;
    int type = -1;
    KuraValue[] values = new KuraValue[KuraFields.BYTES + 1];
    while (in.next()) {
      switch (in.field()) {
        case KuraFields.NAME -> name = in.text();
        case KuraFields.TYPE -> type = type(in.varint());
        default -> value(in, values);
      }
    }
    if (name == null || type < 0) {
      throw new GarbledData("a Kura metric has no " + (name == null ? "name" : "type"));
    }
    metrics.put(name, required(name, type, values[type]));
  }

  private static int type(long number) throws GarbledData {
    if (number < 0 || number > KuraFields.BYTES) {
      throw new GarbledData("a Kura metric is of type " + number + ", known are 0 to 6");
    }
    return (int) number;
  }

  private static KuraValue required(String name, int type, @Nullable KuraValue value)
      throws GarbledData {
    if (value == null) {
      throw new GarbledData("Kura metric \"" + name + "\" has no value of its type " + type);
    }
    return value;
  }

  private static void value(ProtoReader in, @Nullable KuraValue[] values) throws GarbledData {
    int type = in.field() - KuraFields.FIRST_VALUE;
    switch (type) {
      case KuraFields.FLOAT64 -> values[type] = new KuraValue.Float64(in.float64());
      case KuraFields.FLOAT32 -> values[type] = new KuraValue.Float32(in.float32());
      case KuraFields.INT64 -> values[type] = new KuraValue.Int64(in.varint());
      case KuraFields.INT32 -> values[type] = new KuraValue.Int32((int) in.varint());
      case KuraFields.TRUTH -> values[type] = new KuraValue.Truth(in.truth());
      case KuraFields.TEXT -> values[type] = new KuraValue.Text(in.text());
      case KuraFields.BYTES -> values[type] = new KuraValue.Bytes(in.bytes());
      default -> in.skip();
    }
  }
}
