// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.tag;

import io.wayside.core.data.Value;

/**
 * A field of the user bank.
 *
 * @param name what it is called in records
 * @param at its first bit, counted from the beginning of the bank, most significant first
 * @param bits how many it has
 */
public record UserField(String name, int at, int bits, Form form) {

  /** How its bits are to be read. */
  public enum Form {
    /** A whole number without sign, at most 63 bits. */
    WHOLE,
    /** Hexadecimal digits of four bits. */
    HEX,
    /** Characters of eight bits (ASCII); zeros at the end do not count. */
    TEXT
  }

  static final int MOST_WHOLE_BITS = 63;

  /** What it holds; absent when so much was not read, or when it holds no such thing. */
  Value read(String memory) {
    if (at + bits > memory.length() * 4) {
      return Value.ABSENT;
    }
    return switch (form) {
      case WHOLE -> new Value.Whole(Hex.bits(memory, at, bits));
      case HEX -> hex(memory);
      case TEXT -> text(memory);
    };
  }

  private Value hex(String memory) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < bits; i += 4) {
      digits.append(Character.forDigit((int) Hex.bits(memory, at + i, 4), 16));
    }
    return new Value.Text(digits.toString());
  }

  private Value text(String memory) {
    StringBuilder characters = new StringBuilder();
    boolean ended = false;
    for (int i = 0; i < bits; i += 8) {
      int character = (int) Hex.bits(memory, at + i, 8);
      if (character == 0) {
        ended = true;
      } else if (ended || character < ' ' || character > '~') {
        return Value.ABSENT;
      } else {
        characters.append((char) character);
      }
    }
    return new Value.Text(characters.toString());
  }
}
