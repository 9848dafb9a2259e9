// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.llrp;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/** Bytes in the order in which they go out; every number big-endian. */
public final class Octets {

  private byte[] bytes = new byte[64];
  private int length;

  public Octets u8(int value) {
    room(1);
    bytes[length++] = (byte) value;
    return this;
  }

  public Octets u16(int value) {
    return u8(value >> 8).u8(value);
  }

  public Octets u32(long value) {
    return u16((int) (value >> 16)).u16((int) value);
  }

  public Octets u64(long value) {
    return u32(value >>> 32).u32(value);
  }

  public Octets raw(byte[] more) {
    room(more.length);
    System.arraycopy(more, 0, bytes, length, more.length);
    length += more.length;
    return this;
  }

  /** A count of bytes in 16 bits, then the text in UTF-8. */
  public Octets text(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return u16(utf8.length).raw(utf8);
  }

  /** A count of bits in 16 bits, then the bits, the last byte filled up. */
  public Octets bits(byte[] data, int count) {
    return u16(count).raw(Arrays.copyOf(data, (count + 7) / 8));
  }

  /** A parameter with a length: 6 bits reserved, 10 type, 16 length with these four bytes. */
  public Octets tlv(int type, Consumer<Octets> content) {
    int start = length;
    u16(type).u16(0);
    content.accept(this);
    int size = length - start;
    bytes[start + 2] = (byte) (size >> 8);
    bytes[start + 3] = (byte) size;
    return this;
  }

  /** The byte that begins a parameter of fixed length: a one, then 7 bits of type. */
  public Octets tv(int type) {
    return u8(0x80 | type);
  }

  /** All that was written. */
  public byte[] bytes() {
    return Arrays.copyOf(bytes, length);
  }

  private void room(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
    }
  }
}
