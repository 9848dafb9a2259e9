// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.data;

import io.wayside.core.data.Json.Place;

/** Reads a JSON number (RFC 8259, 6): whole without fraction and exponent, else real. */
final class JsonNumber {

  /** Longer than any number that says something; keeps reading linear. */
  private static final int LONGEST = 1_100;

  private final JsonText in;
  private final Place start;
  private final StringBuilder text = new StringBuilder();

  JsonNumber(JsonText in) {
    this.in = in;
    this.start = in.place();
  }

  Value read() throws GarbledData {
    if (in.peek() == '-') {
      text.append(in.take());
    }
    if (in.peek() == '0') {
      text.append(in.take());
      if (isDigit(in.peek())) {
        throw JsonText.at(start, "expected a number without leading zeros");
      }
    } else {
      digits();
    }
    boolean real = false;
    if (in.peek() == '.') {
      real = true;
      text.append(in.take());
      digits();
    }
    if (in.peek() == 'e' || in.peek() == 'E') {
      real = true;
      text.append(in.take());
      if (in.peek() == '+' || in.peek() == '-') {
        text.append(in.take());
      }
      digits();
    }
    return real ? real() : whole();
  }

  private void digits() throws GarbledData {
    if (!isDigit(in.peek())) {
      throw in.expected("a digit");
    }
    while (isDigit(in.peek())) {
      if (text.length() == LONGEST) {
        throw JsonText.at(start, "expected a number of at most " + LONGEST + " characters");
      }
      text.append(in.take());
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private Value real() throws GarbledData {
    double value = Double.parseDouble(text.toString());
    if (Double.isInfinite(value)) {
      throw JsonText.at(start, "the number " + text + " is too large for a 64-bit real");
    }
    return new Value.Real(value);
  }

  private Value whole() throws GarbledData {
    try {
      return new Value.Whole(Long.parseLong(text.toString()));
    } catch (NumberFormatException beyondLong) {
      throw JsonText.at(
          start,
          "the whole number "
              + text
              + " is beyond 64 bits; write it with a fraction (such as .0) if a rounded one will"
              + " do, or in quotes");
    }
  }
}
