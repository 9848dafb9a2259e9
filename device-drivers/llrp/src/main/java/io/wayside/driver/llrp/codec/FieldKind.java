// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp.codec;

/** How a field lies on the wire; everything is big-endian, the highest bit first. */
public enum FieldKind {
  /** Some bits as a number without sign. */
  UNSIGNED(0),
  /** Some bits as a number in two's complement. */
  SIGNED(0),
  /** Bits nobody has given a meaning; kept, because what is decoded must encode to the same. */
  RESERVED(0),
  /** A fixed number of bytes. */
  FIXED(0),
  /** A count of bits, then these, filled up to a byte. */
  BITS(1),
  /** A count of bytes, then these. */
  BYTES(8),
  /** A count of bytes, then text in UTF-8. */
  TEXT(8),
  /** A count of 16-bit numbers, then these. */
  SHORTS(16),
  /** A count of 16-bit words of a tag's memory, then these. */
  WORDS(16),
  /** A count of 32-bit numbers, then these. */
  INTS(32),
  /** All that is left. */
  REST(0);

  private final int itemBits;

  FieldKind(int itemBits) {
    this.itemBits = itemBits;
  }

  /** Bits of one counted item; 0 for what is not counted. */
  public int itemBits() {
    return itemBits;
  }

  /** Whether the value is one number. */
  public boolean isNumber() {
    return this == UNSIGNED || this == SIGNED || this == RESERVED;
  }
}
