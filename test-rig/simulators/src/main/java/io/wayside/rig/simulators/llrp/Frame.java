// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.llrp;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Optional;

/**
 * One message: ten bytes of header (3 bits reserved, 3 version, 10 type, 32 whole length, 32 id),
 * then its body.
 *
 * @param version 1 for LLRP 1.0.1, 2 for 1.1
 * @param type one of {@link MessageType}
 * @param id which an answer repeats
 * @param body fields and parameters
 */
@SuppressWarnings("ArrayRecordComponent") // never changed
public record Frame(int version, int type, long id, byte[] body) {

  static final int HEADER_BYTES = 10;

  /** What a reader takes from a client; commands are short. */
  private static final int LONGEST_BYTES = 1 << 20;

  /** The message as it goes out. */
  public byte[] bytes() {
    return ByteBuffer.allocate(HEADER_BYTES + body.length)
        .putShort((short) (version << 10 | type))
        .putInt(HEADER_BYTES + body.length)
        .putInt((int) id)
        .put(body)
        .array();
  }

  /**
   * The next message, empty at the end of the stream.
   *
   * @throws IOException also when the length cannot be true; the stream cannot be followed then
   */
  public static Optional<Frame> read(DataInputStream in) throws IOException {
    int first = in.read();
    if (first < 0) {
      return Optional.empty();
    }
    int word = first << 8 | in.readUnsignedByte();
    long length = Integer.toUnsignedLong(in.readInt());
    long id = Integer.toUnsignedLong(in.readInt());
    if (length < HEADER_BYTES || length > LONGEST_BYTES) {
      throw new IOException("a message of " + length + " bytes; the stream cannot be followed");
    }
    byte[] body = new byte[(int) length - HEADER_BYTES];
    in.readFully(body);
    return Optional.of(new Frame(word >> 10 & 7, word & 0x3FF, id, body));
  }

  @Override
  public String toString() {
    return "v" + version + " " + type + " #" + id + " " + HexFormat.of().formatHex(body);
  }
}
