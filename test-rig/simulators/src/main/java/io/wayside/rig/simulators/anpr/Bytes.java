// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.anpr;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Texts and bytes one after the other. */
final class Bytes {

  private Bytes() {}

  static byte[] of(Object... pieces) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (Object piece : pieces) {
      all.writeBytes(
          piece instanceof byte[] raw ? raw : piece.toString().getBytes(StandardCharsets.UTF_8));
    }
    return all.toByteArray();
  }
}
