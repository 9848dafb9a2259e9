// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.sentence.plain;

import io.wayside.driver.nmea.sentence.plain.Spoilt.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * The fields of one sentence, counted from 1. An empty field tells nothing; one that cannot be read
 * tells nothing too, and is noted.
 */
final class Fields {

  private static final int LONGEST_NUMBER = 20;

  private final String[] parts;
  private final List<Spoilt> spoilt = new ArrayList<>();

  /** Of the text of a sentence, with its address. */
  Fields(String sentence) {
    this.parts = sentence.split(",", -1);
  }

  int count() {
    return parts.length - 1;
  }

  List<Spoilt> spoilt() {
    return spoilt;
  }

  void spoil(String figure, int field, Reason reason) {
    spoilt.add(new Spoilt(figure, raw(field), reason));
  }

  /** As it came, without blanks around it; empty where there is no such field. */
  String raw(int field) {
    return field > 0 && field < parts.length ? parts[field].strip() : "";
  }

  boolean isEmpty(int field) {
    return raw(field).isEmpty();
  }

  /** Text in which {@code ^2C} stands for a comma. */
  String text(int field) {
    return Escapes.undo(raw(field));
  }

  /** A decimal number of any size. */
  OptionalDouble number(int field, String figure) {
    return number(field, figure, -1e9, 1e9);
  }

  OptionalDouble number(int field, String figure, double least, double most) {
    String raw = raw(field);
    if (raw.isEmpty()) {
      return OptionalDouble.empty();
    }
    if (!isDecimal(raw)) {
      spoil(figure, field, Reason.NOT_A_NUMBER);
      return OptionalDouble.empty();
    }
    double value = Double.parseDouble(raw);
    if (!(value >= least && value <= most)) {
      spoil(figure, field, Reason.OUT_OF_RANGE);
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(value);
  }

  /** A number without fraction; {@code 007} is 7. */
  OptionalInt whole(int field, String figure, int least, int most) {
    String raw = raw(field);
    if (raw.isEmpty()) {
      return OptionalInt.empty();
    }
    if (raw.length() > 9 || !raw.chars().allMatch(c -> c >= '0' && c <= '9')) {
      spoil(figure, field, Reason.NOT_A_NUMBER);
      return OptionalInt.empty();
    }
    int value = Integer.parseInt(raw);
    if (value < least || value > most) {
      spoil(figure, field, Reason.OUT_OF_RANGE);
      return OptionalInt.empty();
    }
    return OptionalInt.of(value);
  }

  /** One of these letters. */
  Optional<Character> letter(int field, String figure, String allowed) {
    String raw = raw(field);
    if (raw.isEmpty()) {
      return Optional.empty();
    }
    if (raw.length() != 1 || allowed.indexOf(raw.charAt(0)) < 0) {
      spoil(figure, field, Reason.UNKNOWN_LETTER);
      return Optional.empty();
    }
    return Optional.of(raw.charAt(0));
  }

  /** A number that counts only with the right unit behind it; a missing unit is forgiven. */
  OptionalDouble measured(int field, char unit, String figure, double least, double most) {
    String behind = raw(field + 1);
    if (!isEmpty(field) && !behind.isEmpty() && !behind.equalsIgnoreCase(String.valueOf(unit))) {
      spoil(figure, field + 1, Reason.UNKNOWN_LETTER);
      return OptionalDouble.empty();
    }
    return number(field, figure, least, most);
  }

  /** Digits with at most one point and a sign: no exponent, no blanks, none of Java's words. */
  static boolean isDecimal(String raw) {
    int from = raw.charAt(0) == '-' || raw.charAt(0) == '+' ? 1 : 0;
    int digits = 0;
    int points = 0;
    for (int i = from; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == '.') {
        points++;
      } else if (c >= '0' && c <= '9') {
        digits++;
      } else {
        return false;
      }
    }
    return digits > 0 && points <= 1 && raw.length() <= LONGEST_NUMBER;
  }
}
