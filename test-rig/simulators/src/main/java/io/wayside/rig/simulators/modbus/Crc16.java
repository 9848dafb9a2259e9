// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.modbus;

import java.util.Arrays;

/** The check of a serial frame: polynomial 0xA001 reflected, start 0xFFFF, lower byte first. */
final class Crc16 {

  private Crc16() {}

  static int of(byte[] bytes, int length) {
    int crc = 0xFFFF;
    for (int i = 0; i < length; i++) {
      crc ^= bytes[i] & 0xFF;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xA001;
      }
    }
    return crc;
  }

  static byte[] appended(byte[] bytes) {
    byte[] frame = Arrays.copyOf(bytes, bytes.length + 2);
    int crc = of(bytes, bytes.length);
    frame[bytes.length] = (byte) crc;
    frame[bytes.length + 1] = (byte) (crc >> 8);
    return frame;
  }

  /** Whether the last two bytes are the check of those before. */
  static boolean holds(byte[] frame) {
    int end = frame.length - 2;
    int stated = (frame[end] & 0xFF) | ((frame[end + 1] & 0xFF) << 8);
    return of(frame, end) == stated;
  }
}
