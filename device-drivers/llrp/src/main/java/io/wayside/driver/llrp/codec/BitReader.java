// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp.codec;

/** Reads numbers of any width and runs of bytes, one after the other. */
final class BitReader {

  private final byte[] bytes;
  private int at;

  /** Bits already taken of the byte at {@code at}. */
  private int taken;

  BitReader(byte[] bytes, int at) {
    this.bytes = bytes;
    this.at = at;
  }

  int at() {
    return at;
  }

  void skip(int count) {
    at += count;
  }

  /** How many bits there are before a place. */
  int bitsTo(int end) {
    return (end - at) * Byte.SIZE - taken;
  }

  long number(int width, FieldKind kind) {
    long number = taken == 0 ? aligned(width) : unaligned(width);
    int unused = Long.SIZE - width;
    return kind == FieldKind.SIGNED ? number << unused >> unused : number;
  }

  private long aligned(int width) {
    int from = at;
    switch (width) {
      case 8 -> {
        at += 1;
        return bytes[from] & 0xFF;
      }
      case 16 -> {
        at += 2;
        return Octet.u16(bytes, from);
      }
      case 32 -> {
        at += 4;
        return Octet.u32(bytes, from);
      }
      case 64 -> {
        at += 8;
        return Octet.i64(bytes, from);
      }
      default -> {
        return unaligned(width);
      }
    }
  }

  private long unaligned(int width) {
    long number = 0;
    for (int i = 0; i < width; i++) {
      number = number << 1 | ((bytes[at] >> (7 - taken)) & 1);
      taken++;
      if (taken == Byte.SIZE) {
        taken = 0;
        at++;
      }
    }
    return number;
  }

  /** So many bits as the bytes that hold them; must begin at a byte. */
  Octets octets(int bits) {
    int from = at;
    at += (bits + Byte.SIZE - 1) / Byte.SIZE;
    return Octets.copied(bytes, from, at, bits);
  }
}
