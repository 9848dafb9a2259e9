// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.iiod;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/**
 * Several values in one answer: a length of four bytes, highest first, the value, filled to fours.
 */
final class Packed {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  void add(byte[] value) {
    bytes.writeBytes(ByteBuffer.allocate(4).putInt(value.length).array());
    bytes.writeBytes(value);
    bytes.writeBytes(new byte[-value.length & 3]);
  }

  /** In place of a length. */
  void add(Errno refusal) {
    bytes.writeBytes(ByteBuffer.allocate(4).putInt(refusal.negative()).array());
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }
}
