// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp.codec;

import java.util.Arrays;

/**
 * One message as bytes within a buffer that is not its own: it holds only until the framer is fed
 * again. The header is 10 bytes: 3 reserved bits, version (3), type (10), length of the whole (32),
 * id (32).
 */
public final class Frame {

  /** Bytes of the header. */
  public static final int HEADER = 10;

  private final byte[] buffer;
  private final int start;
  private final int end;
  private final long number;

  Frame(byte[] buffer, int start, int end, long number) {
    this.buffer = buffer;
    this.start = start;
    this.end = end;
    this.number = number;
  }

  /**
   * A frame by itself.
   *
   * @throws Garbled when the bytes are not exactly one frame
   */
  public static Frame of(byte... bytes) throws Garbled {
    if (bytes.length < HEADER) {
      throw new Garbled(1, bytes.length, "a frame has at least " + HEADER + " bytes");
    }
    Frame frame = new Frame(bytes, 0, bytes.length, 1);
    if (Octet.u32(bytes, 2) != bytes.length) {
      throw new Garbled(
          1, 2, "the length is " + Octet.u32(bytes, 2) + " and there are " + bytes.length);
    }
    return frame;
  }

  public int type() {
    return Octet.u16(buffer, start) & 0x3FF;
  }

  public int version() {
    return buffer[start] >> 2 & 7;
  }

  int reserved() {
    return buffer[start] >> 5 & 7;
  }

  public long id() {
    return Octet.u32(buffer, start + 6);
  }

  /** Which one it is of its connection or file, from 1. */
  public long number() {
    return number;
  }

  public int size() {
    return end - start;
  }

  public byte[] copy() {
    return Arrays.copyOfRange(buffer, start, end);
  }

  byte[] buffer() {
    return buffer;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  Garbled garbled(int at, String reason) {
    return new Garbled(number, at - start, reason);
  }
}
