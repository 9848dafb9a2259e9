// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.light;

import java.util.Locale;

/** The text of a character: tokens, with what stands between them passed over. */
final class CharacterText {

  private final String text;
  private int position;

  /** Where the last figure of ranges such as 15/12M began. */
  private int afterSlash = -1;

  CharacterText(String text) {
    this.text = text;
    skip();
  }

  int length() {
    return text.length();
  }

  int position() {
    return position;
  }

  void back(int to) {
    position = to;
  }

  boolean atEnd() {
    return position == text.length();
  }

  /** Takes a word in any case, and the blanks after it. */
  boolean take(String word) {
    if (!text.regionMatches(true, position, word, 0, word.length())) {
      return false;
    }
    return taken(word);
  }

  /** Takes a word as it is written: m is metres, M is miles. */
  boolean takeExactly(String word) {
    return text.startsWith(word, position) && taken(word);
  }

  private boolean taken(String word) {
    position += word.length();
    skip();
    if (word.equals("/") || word.equals("-")) {
      afterSlash = position;
    }
    return true;
  }

  /** Whether the figure at a place is one more of ranges such as 15/12M. */
  boolean endsRanges(int at) {
    return at == afterSlash;
  }

  /** Blanks, dots and commas part words and mean nothing. */
  void skip() {
    while (position < text.length() && isBlank(text.charAt(position))) {
      position++;
    }
  }

  private static boolean isBlank(char c) {
    return c == '.' || c == ',' || c == ';' || Character.isWhitespace(c) || c == '\u00a0';
  }

  /** Takes a letter, in upper case; NUL, and takes nothing, where there is none. */
  char letter() {
    if (atEnd() || Morse.of(upper()).isEmpty()) {
      return 0;
    }
    char letter = upper();
    position++;
    return letter;
  }

  private char upper() {
    return Character.toUpperCase(text.charAt(position));
  }

  boolean isDigit() {
    return isDigit(position);
  }

  private boolean isDigit(int at) {
    return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  /** Takes a whole number of up to three digits; -1 where there is none. */
  int count() {
    int from = position;
    while (isDigit() && position - from < 3) {
      position++;
    }
    int count = position == from ? -1 : Integer.parseInt(text.substring(from, position));
    skip();
    return count;
  }

  /** Takes a number with a decimal point or comma, where a digit follows it. */
  double number() {
    int from = position;
    digits();
    if (position < text.length()
        && (text.charAt(position) == '.' || text.charAt(position) == ',')
        && isDigit(position + 1)) {
      position++;
      digits();
    }
    double number = Double.parseDouble(text.substring(from, position).replace(',', '.'));
    skip();
    return number;
  }

  private void digits() {
    while (isDigit()) {
      position++;
    }
  }

  /** What stands here, for people. */
  String found() {
    if (atEnd()) {
      return "the end";
    }
    int c = text.codePointAt(position);
    boolean plain = c > ' ' && c < 0x7f;
    return plain ? "\"" + (char) c + "\"" : String.format(Locale.ROOT, "the character U+%04X", c);
  }
}
