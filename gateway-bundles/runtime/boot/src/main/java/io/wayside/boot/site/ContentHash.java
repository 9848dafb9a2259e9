// SPDX-License-Identifier: Apache-2.0
package io.wayside.boot.site;

import io.wayside.core.data.Cbor;
import io.wayside.core.data.Value;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Knows a document by its content: order and blanks do not count. */
final class ContentHash {

  private static final int BYTES = 8;

  private ContentHash() {}

  /** First 16 hexadecimal digits of the SHA-256 of the canonical CBOR form. */
  static String of(Value content) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(Cbor.encode(content));
      return HexFormat.of().formatHex(hash, 0, BYTES);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
