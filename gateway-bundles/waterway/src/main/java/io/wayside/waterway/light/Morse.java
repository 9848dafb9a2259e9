// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.light;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/** Letters of the Morse alphabet (ITU-R M.1677) as dots and dashes. */
final class Morse {

  private static final String[] LETTERS = {
    ".-", "-...", "-.-.", "-..", ".", "..-.", "--.", "....", "..", ".---", "-.-", ".-..", "--",
    "-.", "---", ".--.", "--.-", ".-.", "...", "-", "..-", "...-", ".--", "-..-", "-.--", "--.."
  };

  private Morse() {}

  static Optional<String> of(char letter) {
    return letter >= 'A' && letter <= 'Z' ? Optional.of(LETTERS[letter - 'A']) : Optional.empty();
  }

  static Optional<Character> letter(String signs) {
    return IntStream.range(0, LETTERS.length)
        .filter(i -> LETTERS[i].equals(signs))
        .mapToObj(i -> (char) ('A' + i))
        .findFirst();
  }

  /** Lengths of light and dark in dots, light first, without the dark at the end. */
  static int[] units(String letters) {
    StringBuilder units = new StringBuilder();
    for (int i = 0; i < letters.length(); i++) {
      String signs = of(letters.charAt(i)).orElseThrow();
      signs.chars().forEach(sign -> units.append(sign == '.' ? '1' : '3').append('1'));
      units.setCharAt(units.length() - 1, '3'); // between letters
    }
    return Arrays.copyOf(units.chars().map(c -> c - '0').toArray(), units.length() - 1);
  }
}
