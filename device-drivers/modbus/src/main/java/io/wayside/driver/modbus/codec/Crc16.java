// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.modbus.codec;

/**
 * The check of RTU frames: polynomial 0xA001 (0x8005 reversed), begun with 0xFFFF, low byte first.
 */
final class Crc16 {

  static final int BYTES = 2;

  private static final int POLYNOMIAL = 0xA001;

  private Crc16() {}

  static int of(byte[] bytes, int from, int to) {
    int crc = 0xFFFF;
    for (int i = from; i < to; i++) {
      crc ^= bytes[i] & 0xFF;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 1) == 0 ? crc >>> 1 : (crc >>> 1) ^ POLYNOMIAL;
      }
    }
    return crc;
  }

  /** Whether the two bytes before {@code to} are the check of those before them. */
  static boolean holds(byte[] bytes, int from, int to) {
    int crc = of(bytes, from, to - BYTES);
    return bytes[to - 2] == (byte) crc && bytes[to - 1] == (byte) (crc >>> 8);
  }
}
