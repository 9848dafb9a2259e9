// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.llrp;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * A tag with its memory.
 *
 * @param epc the number, the last byte filled up with zero bits
 * @param bits of the number, 0 to 496
 * @param tid the chip's own number; empty when it gives none
 * @param user the user bank; empty when it has none
 */
@SuppressWarnings("ArrayRecordComponent") // never changed
public record SimulatedTag(byte[] epc, int bits, byte[] tid, byte[] user) {

  public SimulatedTag {
    epc = Arrays.copyOf(epc, (bits + 7) / 8);
  }

  /** A tag of whole bytes that has nothing but its number. */
  public static SimulatedTag of(String epcHex) {
    byte[] epc = HexFormat.of().parseHex(epcHex);
    return new SimulatedTag(epc, 8 * epc.length, new byte[0], new byte[0]);
  }

  /** The same tag with a chip number. */
  public SimulatedTag withTid(String tidHex) {
    return new SimulatedTag(epc, bits, HexFormat.of().parseHex(tidHex), user);
  }

  /** The same tag with user memory. */
  public SimulatedTag withUser(String userHex) {
    return new SimulatedTag(epc, bits, tid, HexFormat.of().parseHex(userHex));
  }

  /** Protocol control: the length of the number in words in the first five bits. */
  int protocolControl() {
    return ((bits + 15) / 16) << 11;
  }

  /** CRC-16 over control and number: x^16+x^12+x^5+1, begun with ones, inverted. */
  int crc() {
    byte[] covered = new Octets().u16(protocolControl()).raw(words(epc)).bytes();
    int crc = 0xFFFF;
    for (byte b : covered) {
      crc ^= (b & 0xFF) << 8;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 0x8000) != 0 ? crc << 1 ^ 0x1021 : crc << 1;
      }
      crc &= 0xFFFF;
    }
    return crc ^ 0xFFFF;
  }

  /** A bank of memory: 0 reserved, 1 EPC with CRC and PC before it, 2 TID, 3 user. */
  byte[] bank(int number) {
    return switch (number) {
      case 1 -> new Octets().u16(crc()).u16(protocolControl()).raw(words(epc)).bytes();
      case 2 -> tid;
      case 3 -> user;
      default -> new byte[0];
    };
  }

  private static byte[] words(byte[] bytes) {
    return Arrays.copyOf(bytes, (bytes.length + 1) / 2 * 2);
  }
}
