// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp.codec;

import java.util.Optional;

/**
 * A field of a message or parameter.
 *
 * @param bits width of a number or of fixed bytes; 0 where the length is told on the wire
 */
public record Field(String name, FieldKind kind, int bits) {

  private static final int MOST_ITEMS = 0xFFFF;

  /** Whether a number has a form of this width. */
  public boolean holds(long number) {
    if (bits == Long.SIZE) {
      return true;
    }
    return kind == FieldKind.SIGNED
        ? number >= -(1L << (bits - 1)) && number < 1L << (bits - 1)
        : number >= 0 && number < 1L << bits;
  }

  /** Why it does not hold such bytes; empty when it does. */
  public Optional<String> refusal(Octets octets) {
    int item = kind.itemBits();
    if (kind.isNumber()) {
      return Optional.of("is a number");
    }
    if (kind == FieldKind.FIXED && octets.bits() != bits) {
      return Optional.of("holds " + bits / Byte.SIZE + " bytes, not " + octets.size());
    }
    if (item != 1 && octets.bits() % Byte.SIZE != 0) {
      return Optional.of("holds whole bytes, not " + octets.bits() + " bits");
    }
    if (item > 0 && octets.bits() % item != 0) {
      return Optional.of("holds items of " + item + " bits, not " + octets.bits() + " bits");
    }
    if (item > 0 && octets.bits() / item > MOST_ITEMS) {
      return Optional.of(
          "holds no more than " + MOST_ITEMS + " items, not " + octets.bits() / item);
    }
    return Optional.empty();
  }
}
