// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp.codec;

import java.util.HexFormat;

/** Decodes single frames in tests. */
final class Decoded {

  private Decoded() {}

  static Message of(byte... frame) throws Garbled {
    return new Decoder(100_000).decode(Frame.of(frame));
  }

  static Message ofHex(String hex) throws Garbled {
    return of(bytes(hex));
  }

  static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", ""));
  }

  /** A message of version 1 around these bytes. */
  static byte[] framed(int type, String bodyHex) {
    byte[] body = bytes(bodyHex);
    String head = String.format("%04x%08x%08x", 1 << 10 | type, body.length + 10, 5);
    return bytes(head + bodyHex);
  }
}
