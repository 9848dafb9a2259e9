// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.data;

import io.wayside.core.data.Json.Place;

/** Reads a JSON string (RFC 8259, 7) from its opening to its closing quote. */
final class JsonString {

  private final JsonText in;
  private final StringBuilder text = new StringBuilder();

  JsonString(JsonText in) {
    this.in = in;
  }

  String read() throws GarbledData {
    Place start = in.place();
    in.take();
    while (in.peek() != '"' || in.atEnd()) {
      if (in.atEnd()) {
        throw JsonText.at(start, "this text in quotes is never closed");
      }
      if (in.peek() < ' ') {
        throw in.expected("control characters in quotes to be escaped");
      }
      Place place = in.place();
      char c = in.take();
      if (c == '\\') {
        c = escaped(place);
      }
      append(c, place);
    }
    in.take();
    requireNoOpenPair(start);
    return text.toString();
  }

  private void append(char c, Place place) throws GarbledData {
    if (Character.isLowSurrogate(c) != endsInHighSurrogate()) {
      throw JsonText.at(place, "expected the two halves of a surrogate pair side by side");
    }
    text.append(c);
  }

  private void requireNoOpenPair(Place start) throws GarbledData {
    if (endsInHighSurrogate()) {
      throw JsonText.at(start, "this text in quotes ends with half a surrogate pair");
    }
  }

  private boolean endsInHighSurrogate() {
    int length = text.length();
    return length > 0 && Character.isHighSurrogate(text.charAt(length - 1));
  }

  private char escaped(Place backslash) throws GarbledData {
    char c = in.atEnd() ? 0 : in.take();
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> fourHexDigits(backslash);
      default ->
          throw JsonText.at(backslash, "expected one of \" \\ / b f n r t u after a backslash");
    };
  }

  private char fourHexDigits(Place backslash) throws GarbledData {
    int value = 0;
    for (int i = 0; i < 4; i++) {
      char c = in.peek();
      int digit = c < 0x80 ? Character.digit(c, 16) : -1; // ASCII digits only
      if (digit < 0) {
        throw JsonText.at(backslash, "expected four hexadecimal digits after \\u");
      }
      in.take();
      value = (value << 4) | digit;
    }
    return (char) value;
  }
}
