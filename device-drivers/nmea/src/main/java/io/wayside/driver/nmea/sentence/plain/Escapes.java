// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.sentence.plain;

/**
 * Characters that a sentence needs for itself are written as a caret and two hexadecimal digits.
 */
final class Escapes {

  private Escapes() {}

  static String undo(String text) {
    if (text.indexOf('^') < 0) {
      return text;
    }
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      int code = text.charAt(i) == '^' ? code(text, i + 1) : -1;
      if (code >= 0) {
        plain.append((char) code);
        i += 2;
      } else {
        plain.append(text.charAt(i));
      }
    }
    return plain.toString();
  }

  private static int code(String text, int from) {
    if (from + 2 > text.length()) {
      return -1;
    }
    int high = Character.digit(text.charAt(from), 16);
    int low = Character.digit(text.charAt(from + 1), 16);
    return high < 0 || low < 0 ? -1 : high << 4 | low;
  }
}
