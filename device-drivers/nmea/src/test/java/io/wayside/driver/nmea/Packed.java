// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea;

import io.wayside.rig.simulators.talker.SentenceWriter;

/** Packs AIS messages bit by bit as text, to judge the decoder by something it does not share. */
final class Packed {

  private final StringBuilder bits = new StringBuilder();

  Packed put(long value, int width) {
    for (int i = width - 1; i >= 0; i--) {
      bits.append((value >> i) & 1);
    }
    return this;
  }

  /** As one sentence that a receiver heard. */
  byte[] heard() {
    StringBuilder letters = new StringBuilder();
    int fill = (6 - bits.length() % 6) % 6;
    put(0, fill);
    for (int at = 0; at < bits.length(); at += 6) {
      int value = Integer.parseInt(bits.substring(at, at + 6), 2);
      letters.append((char) (value < 40 ? '0' + value : '`' + value - 40));
    }
    return SentenceWriter.packed("AIVDM,1,1,,A," + letters + "," + fill);
  }

  /**
   * Monitoring of an aid with its light on and 12.5 V.
   *
   * @param count makes it another than the one before, in 20 bits
   */
  static byte[] aid(int mmsi, int count) {
    return new Packed()
        .put(6, 6)
        .put(0, 2)
        .put(mmsi, 30)
        .put(count, 2)
        .put(0, 32)
        .put(235, 10)
        .put(10, 6)
        .put(250, 10)
        .put(count, 20)
        .put(0, 2)
        .put(1, 2)
        .put(0, 14)
        .heard();
  }

  /**
   * Class B, under way by three knots and a half to the east.
   *
   * @param count makes it another than the one before, in 20 bits
   */
  static byte[] vessel(int mmsi, int count) {
    return new Packed()
        .put(18, 6)
        .put(0, 2)
        .put(mmsi, 30)
        .put(0, 8)
        .put(35, 10)
        .put(1, 1)
        .put(Math.round(106.66 * 600_000), 28)
        .put(Math.round(20.24 * 600_000), 27)
        .put(870, 12)
        .put(511, 9)
        .put(12, 6)
        .put(0, 9)
        .put(count, 20)
        .heard();
  }
}
