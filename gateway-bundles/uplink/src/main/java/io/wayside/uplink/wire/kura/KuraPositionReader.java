// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.wire.kura;

import io.wayside.core.data.GarbledData;
import io.wayside.uplink.wire.protobuf.ProtoReader;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** The position within a payload; latitude and longitude must be there. */
final class KuraPositionReader {

  private static final int REALS = KuraFields.SPEED;

  private KuraPositionReader() {}

  static KuraPosition read(ProtoReader in) throws GarbledData {
    OptionalDouble[] reals = new OptionalDouble[REALS + 1];
    Arrays.fill(reals, OptionalDouble.empty());
    OptionalLong timestampMs = OptionalLong.empty();
    OptionalInt satellites = OptionalInt.empty();
    OptionalInt status = OptionalInt.empty();
    while (in.next()) {
      switch (in.field()) {
        case KuraFields.FIX_TIMESTAMP -> timestampMs = OptionalLong.of(in.varint());
        case KuraFields.SATELLITES -> satellites = OptionalInt.of((int) in.varint());
        case KuraFields.STATUS -> status = OptionalInt.of((int) in.varint());
        default -> {
          if (in.field() <= REALS) {
            reals[in.field()] = OptionalDouble.of(in.float64());
          } else {
            in.skip();
          }
        }
      }
    }
    return new KuraPosition(
        required(reals[KuraFields.LATITUDE], "latitude"),
        required(reals[KuraFields.LONGITUDE], "longitude"),
        reals[KuraFields.ALTITUDE],
        reals[KuraFields.PRECISION],
        reals[KuraFields.HEADING],
        reals[KuraFields.SPEED],
        timestampMs,
        satellites,
        status);
  }

  private static double required(OptionalDouble value, String what) throws GarbledData {
    return value.orElseThrow(() -> new GarbledData("a Kura position has no " + what));
  }
}
