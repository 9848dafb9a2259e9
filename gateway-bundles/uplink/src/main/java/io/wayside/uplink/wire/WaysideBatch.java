// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Several records as one message of the Wayside profiles: {@code {"v":1,"records":[…]}} around the
 * very bytes that the records have as messages of their own, so that their numbers keep their forms
 * and their hashes hold.
 */
record WaysideBatch(String topic, boolean cbor) implements BatchForm {

  static final int VERSION = 1;

  private static final byte[] JSON_BEGIN = ascii("{\"v\":1,\"records\":[");
  private static final byte[] JSON_END = ascii("]}");

  /** RFC 8949: a map of 2; the text "v", 1; the text "records". Shorter keys come first (4.2.1). */
  private static final byte[] CBOR_BEGIN = {
    (byte) 0xa2, 0x61, 'v', 0x01, 0x67, 'r', 'e', 'c', 'o', 'r', 'd', 's'
  };

  @Override
  public byte[] join(List<byte[]> records, boolean gzip) {
    int size = records.stream().mapToInt(record -> record.length + 1).sum() + MOST_AROUND;
    ByteArrayOutputStream out = new ByteArrayOutputStream(size);
    if (cbor) {
      out.writeBytes(CBOR_BEGIN);
      arrayOf(records.size(), out);
      records.forEach(out::writeBytes);
    } else {
      out.writeBytes(JSON_BEGIN);
      for (int i = 0; i < records.size(); i++) {
        if (i > 0) {
          out.write(',');
        }
        out.writeBytes(records.get(i));
      }
      out.writeBytes(JSON_END);
    }
    return gzip ? Gzip.shorter(out.toByteArray()) : out.toByteArray();
  }

  /** Head of an array (RFC 8949, major type 4), in the shortest form. */
  private static void arrayOf(int count, ByteArrayOutputStream out) {
    if (count < 24) {
      out.write(0x80 | count);
    } else if (count < 0x100) {
      out.write(0x98);
      out.write(count);
    } else if (count < 0x1_0000) {
      out.write(0x99);
      out.write(count >> 8);
      out.write(count);
    } else {
      throw new IllegalArgumentException("a batch of " + count + " records is no batch");
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
