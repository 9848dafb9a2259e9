// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.ais.bits;

import java.nio.charset.StandardCharsets;

/** The 64 characters of text in messages: 0 to 31 are '@' to '_', 32 to 63 are ' ' to '?'. */
final class SixBit {

  private SixBit() {}

  static byte letter(int code) {
    return (byte) (code < 32 ? code + 64 : code);
  }

  /** Small letters become large ones. */
  static int code(char letter) {
    char large = letter >= 'a' && letter <= 'z' ? (char) (letter - 32) : letter;
    if (large < 32 || large > 95) {
      throw new IllegalArgumentException(
          "'" + letter + "' is not among the 64 characters of AIS; write it with A-Z and 0-9");
    }
    return large & 63;
  }

  static String ascii(byte[] letters, int count) {
    return new String(letters, 0, count, StandardCharsets.ISO_8859_1);
  }

  static String trimmed(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == ' ') {
      end--;
    }
    return text.substring(0, end);
  }
}
