// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.transports;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;

/** As much of DER (ITU-T X.690) as a certificate needs. */
final class Der {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Der() {}

  static byte[] tagged(int tag, byte[]... parts) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      content.writeBytes(part);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag);
    int length = content.size();
    if (length < 0x80) {
      out.write(length);
    } else if (length < 0x100) {
      out.write(0x81); // one byte of length follows
      out.write(length);
    } else {
      out.write(0x82); // two bytes of length follow
      out.write(length >> 8);
      out.write(length);
    }
    out.writeBytes(content.toByteArray());
    return out.toByteArray();
  }

  static byte[] sequence(byte[]... parts) {
    return tagged(0x30, parts);
  }

  static byte[] set(byte[]... parts) {
    return tagged(0x31, parts);
  }

  static byte[] integer(long value) {
    return tagged(0x02, BigInteger.valueOf(value).toByteArray());
  }

  static byte[] yes() {
    return tagged(0x01, new byte[] {(byte) 0xFF});
  }

  static byte[] octets(byte[] bytes) {
    return tagged(0x04, bytes);
  }

  static byte[] bits(byte[] bytes) {
    return tagged(0x03, new byte[] {0}, bytes);
  }

  static byte[] text(String text) {
    return tagged(0x0C, text.getBytes(StandardCharsets.UTF_8));
  }

  static byte[] time(Instant at) {
    return tagged(0x18, TIME.format(at).getBytes(StandardCharsets.US_ASCII));
  }

  /** An object identifier from its encoded content in hexadecimal. */
  static byte[] oid(String hex) {
    return tagged(0x06, HexFormat.of().parseHex(hex));
  }
}
