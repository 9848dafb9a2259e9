// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.intake;

import java.nio.ByteBuffer;

/**
 * Finds the body of a Kura message, a protobuf message whose field 5001 it is. All other fields,
 * the metrics among them, are passed over: the body has everything.
 */
final class KuraBody {

  private static final int BODY = 5001;
  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int LENGTH = 2;
  private static final int FIXED32 = 5;
  private static final int TYPE_BITS = 3;
  private static final int LONGEST_VARINT = 10; // 64 bits, seven to a byte

  private final ByteBuffer in;

  private KuraBody(byte[] message) {
    this.in = ByteBuffer.wrap(message);
  }

  static byte[] in(byte[] message) throws NotARecord {
    return new KuraBody(message).find();
  }

  private byte[] find() throws NotARecord {
    byte[] body = new byte[0];
    while (in.hasRemaining()) {
      long tag = varint();
      switch ((int) tag & ((1 << TYPE_BITS) - 1)) {
        case VARINT -> varint();
        case FIXED64 -> skip(Long.BYTES);
        case FIXED32 -> skip(Integer.BYTES);
        case LENGTH -> {
          long length = varint();
          int start = in.position();
          skip(length);
          if (tag >>> TYPE_BITS == BODY) {
            body = new byte[(int) length];
            in.get(start, body);
          }
        }
        default -> throw garbled("a field of a type that does not exist");
      }
    }
    if (body.length == 0) {
      throw new NotARecord("the Kura message has no body");
    }
    return body;
  }

  private void skip(long bytes) throws NotARecord {
    if (bytes < 0 || bytes > in.remaining()) {
      throw garbled("a field that is longer than the message");
    }
    in.position(in.position() + (int) bytes);
  }

  private long varint() throws NotARecord {
    long value = 0;
    for (int i = 0; i < LONGEST_VARINT && in.hasRemaining(); i++) {
      byte next = in.get();
      value |= (next & 0x7fL) << (7 * i);
      if (next >= 0) {
        return value;
      }
    }
    throw garbled("a number without an end");
  }

  private NotARecord garbled(String what) {
    return new NotARecord("not a Kura message: before byte " + in.position() + " " + what);
  }
}
