// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.modbus.codec;

/** Bytes of an answer so far; what goes beyond the longest frame is dropped. */
final class Heard {

  private final byte[] bytes;
  private int length;

  Heard(int most) {
    bytes = new byte[most];
  }

  void add(byte[] more, int count) {
    int taken = Math.min(count, bytes.length - length);
    System.arraycopy(more, 0, bytes, length, taken);
    length += taken;
  }

  void dropFirst(int count) {
    System.arraycopy(bytes, count, bytes, 0, length - count);
    length -= count;
  }

  int length() {
    return length;
  }

  byte at(int index) {
    return bytes[index];
  }

  int unsignedShort(int index) {
    return ((bytes[index] & 0xFF) << 8) | (bytes[index + 1] & 0xFF);
  }

  /** Not a copy. */
  byte[] bytes() {
    return bytes;
  }
}
