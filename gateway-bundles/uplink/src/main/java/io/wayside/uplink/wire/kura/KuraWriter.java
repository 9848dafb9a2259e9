// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.wire.kura;

import io.wayside.uplink.wire.protobuf.ProtoWriter;

/** A payload as bytes, not compressed. */
final class KuraWriter {

  private KuraWriter() {}

  static byte[] write(KuraPayload payload) {
    ProtoWriter out = new ProtoWriter();
    payload.timestampMs().ifPresent(ms -> out.varint(KuraFields.TIMESTAMP, ms));
    payload.position().ifPresent(p -> out.message(KuraFields.POSITION, position(p)));
    payload.metrics().forEach((name, v) -> out.message(KuraFields.METRIC, metric(name, v)));
    payload.body().ifPresent(body -> out.bytes(KuraFields.BODY, body));
    return out.bytes();
  }

  private static ProtoWriter position(KuraPosition p) {
    ProtoWriter out = new ProtoWriter();
    out.float64(KuraFields.LATITUDE, p.latitudeDeg())
        .float64(KuraFields.LONGITUDE, p.longitudeDeg());
    p.altitudeM().ifPresent(v -> out.float64(KuraFields.ALTITUDE, v));
    p.precision().ifPresent(v -> out.float64(KuraFields.PRECISION, v));
    p.headingDeg().ifPresent(v -> out.float64(KuraFields.HEADING, v));
    p.speedMps().ifPresent(v -> out.float64(KuraFields.SPEED, v));
    p.timestampMs().ifPresent(v -> out.varint(KuraFields.FIX_TIMESTAMP, v));
    p.satellites().ifPresent(v -> out.varint(KuraFields.SATELLITES, v));
    p.status().ifPresent(v -> out.varint(KuraFields.STATUS, v));
    return out;
  }

  private static ProtoWriter metric(String name, KuraValue value) {
    ProtoWriter out = new ProtoWriter().text(KuraFields.NAME, name);
    if (value instanceof KuraValue.Float64 v) {
      return typed(out, KuraFields.FLOAT64).float64(field(KuraFields.FLOAT64), v.value());
    } else if (value instanceof KuraValue.Float32 v) {
      return typed(out, KuraFields.FLOAT32).float32(field(KuraFields.FLOAT32), v.value());
    } else if (value instanceof KuraValue.Int64 v) {
      return typed(out, KuraFields.INT64).varint(field(KuraFields.INT64), v.value());
    } else if (value instanceof KuraValue.Int32 v) {
      return typed(out, KuraFields.INT32).varint(field(KuraFields.INT32), v.value());
    } else if (value instanceof KuraValue.Truth v) {
      return typed(out, KuraFields.TRUTH).truth(field(KuraFields.TRUTH), v.value());
    } else if (value instanceof KuraValue.Text v) {
      return typed(out, KuraFields.TEXT).text(field(KuraFields.TEXT), v.value());
    }
    KuraValue.Bytes bytes = (KuraValue.Bytes) value;
    return typed(out, KuraFields.BYTES).bytes(field(KuraFields.BYTES), bytes.value());
  }

  private static ProtoWriter typed(ProtoWriter out, int type) {
    return out.varint(KuraFields.TYPE, type);
  }

  private static int field(int type) {
    return KuraFields.FIRST_VALUE + type;
  }
}
