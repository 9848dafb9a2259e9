// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.data;

import io.wayside.core.data.Json.Place;

/** A text read character by character, with the place of each; knows no grammar but lines. */
final class JsonText {

  private final String text;
  private int index;
  private int line = 1;
  private int column = 1;

  JsonText(String text) {
    this.text = text;
  }

  boolean atEnd() {
    return index == text.length();
  }

  Place place() {
    return new Place(line, column);
  }

  /** The next character, without taking it; NUL at the end. */
  char peek() {
    return atEnd() ? 0 : text.charAt(index);
  }

  /** Whether the next characters are these; takes them if so. */
  boolean take(String expected) {
    if (!text.startsWith(expected, index)) {
      return false;
    }
    for (int i = 0; i < expected.length(); i++) {
      take();
    }
    return true;
  }

  /** Takes the next character; there must be one. */
  char take() {
    char c = text.charAt(index++);
    boolean crLf = c == '\r' && peek() == '\n';
    boolean secondOfPair =
        Character.isLowSurrogate(c)
            && index > 1
            && Character.isHighSurrogate(text.charAt(index - 2));
    if (c == '\n' || (c == '\r' && !crLf)) {
      line++;
      column = 1;
    } else if (!secondOfPair) {
      column++;
    }
    return c;
  }

  /** The blanks of RFC 8259, 2. */
  void skipBlanks() {
    while (!atEnd() && " \t\n\r".indexOf(peek()) >= 0) {
      take();
    }
  }

  /** An error at the next character. */
  GarbledData expected(String expectation) {
    return at(place(), "expected " + expectation + " but found " + next());
  }

  static GarbledData at(Place place, String message) {
    return new GarbledData(place + ": " + message);
  }

  private String next() {
    if (atEnd()) {
      return "the end of the text";
    }
    int character = text.codePointAt(index);
    return character >= ' ' && character < 0x7f
        ? "\"" + (char) character + "\""
        : String.format("the character U+%04X", character);
  }
}
