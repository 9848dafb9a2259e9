// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.wire;

import io.wayside.core.data.Cbor;
import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/** What is in a payload: JSON, deterministic CBOR, or gzip of either. */
final class WirePayload {

  private static final int LARGEST = 16 << 20;

  private WirePayload() {}

  static boolean isZipped(byte[] payload) {
    return payload.length > 1 && payload[0] == 0x1f && (payload[1] & 0xff) == 0x8b;
  }

  static Value read(byte[] payload) throws GarbledData {
    byte[] plain = isZipped(payload) ? unzip(payload) : payload;
    if (plain.length > 0 && (plain[0] & 0xe0) == 0xa0) {
      return Cbor.decode(plain);
    }
    try {
      ByteBuffer bytes = ByteBuffer.wrap(plain);
      return Json.read(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString()).root();
    } catch (CharacterCodingException notUtf8) {
      throw new GarbledData("it is not UTF-8");
    }
  }

  private static byte[] unzip(byte[] payload) throws GarbledData {
    try (GZIPInputStream zip = new GZIPInputStream(new ByteArrayInputStream(payload))) {
      byte[] plain = zip.readNBytes(LARGEST + 1);
      if (plain.length > LARGEST) {
        throw new GarbledData("it inflates to more than " + LARGEST + " bytes");
      }
      return plain;
    } catch (IOException damaged) {
      throw new GarbledData("its gzip is damaged: " + damaged.getMessage());
    }
  }
}
