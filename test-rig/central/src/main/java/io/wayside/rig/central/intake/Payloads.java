// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.intake;

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

/** Bytes as content: JSON or CBOR, told by the first byte, and what was gzipped. */
final class Payloads {

  /** 0xa0 to 0xbf begin a map in CBOR; no JSON text and no other UTF-8 begins so. */
  private static final int CBOR_MAP = 0xa0;

  private static final int CBOR_MAP_MASK = 0xe0;

  private Payloads() {}

  static boolean isCbor(byte[] payload) {
    return payload.length > 0 && (payload[0] & CBOR_MAP_MASK) == CBOR_MAP;
  }

  static Value value(byte[] payload) throws NotARecord {
    if (!isCbor(payload)) {
      return json(text(payload));
    }
    try {
      return Cbor.decode(payload);
    } catch (GarbledData garbled) {
      throw new NotARecord("not CBOR: " + garbled.getMessage());
    }
  }

  static Value json(String text) throws NotARecord {
    try {
      return Json.read(text).root();
    } catch (GarbledData garbled) {
      throw new NotARecord("not JSON: " + garbled.getMessage());
    }
  }

  static String text(byte[] payload) throws NotARecord {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(payload)).toString();
    } catch (CharacterCodingException notText) {
      throw new NotARecord("it is not UTF-8");
    }
  }

  static void requireAtMost(byte[] payload, int mostBytes) throws NotARecord {
    if (payload.length > mostBytes) {
      throw new NotARecord(
          "it has " + payload.length + " bytes, more than the " + mostBytes + " allowed");
    }
  }

  /** As it is, or inflated when it begins like gzip; never more than so many bytes. */
  static byte[] inflated(byte[] payload, int mostBytes) throws NotARecord {
    requireAtMost(payload, mostBytes);
    boolean zipped =
        payload.length > 1 && (payload[0] & 0xff) == 0x1f && (payload[1] & 0xff) == 0x8b;
    if (!zipped) {
      return payload;
    }
    byte[] plain;
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(payload))) {
      plain = in.readNBytes(mostBytes + 1);
    } catch (IOException broken) {
      throw new NotARecord("it begins as gzip but is none: " + broken.getMessage());
    }
    if (plain.length > mostBytes) {
      throw new NotARecord("inflated it has more than the " + mostBytes + " bytes allowed");
    }
    return plain;
  }
}
