// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.recording;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * The frame of everything in the binary form: marker, length, their CRC-32C, content, its CRC-32C.
 * The first check makes a damaged length known before any of the content is waited for.
 */
final class Chunk {

  /** Bytes 89 57 53 48, "WSH" after a byte that no text has. */
  static final int HEAD = 0x48535789;

  /** Bytes 89 57 53 42, "WSB". */
  static final int BLOCK = 0x42535789;

  static final byte FIRST_BYTE = (byte) 0x89;
  static final int FRONT_BYTES = 12;
  static final int CHECK_BYTES = 4;

  /** The head carries the instrument document; a longer one is a mistake. */
  static final int LONGEST_HEAD = 1 << 20;

  /** Bounds the memory of a reader; at 1 kHz and 8 channels it is 16 s of binary64. */
  static final int LONGEST_BLOCK = 1 << 20;

  private Chunk() {}

  static byte[] of(int marker, byte[] content) {
    ByteBuffer out =
        ByteBuffer.allocate(FRONT_BYTES + content.length + CHECK_BYTES)
            .order(ByteOrder.LITTLE_ENDIAN);
    out.putInt(marker).putInt(content.length);
    out.putInt(crc(out.array(), 0, 8));
    out.put(content);
    out.putInt(crc(content, 0, content.length));
    return out.array();
  }

  static int longest(int marker) {
    return marker == HEAD ? LONGEST_HEAD : marker == BLOCK ? LONGEST_BLOCK : -1;
  }

  static int crc(byte[] bytes, int from, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, from, length);
    return (int) crc.getValue();
  }
}
