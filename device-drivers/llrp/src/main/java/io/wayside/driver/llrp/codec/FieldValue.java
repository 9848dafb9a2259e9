// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp.codec;

/** What a field holds: a number, or bytes as they came. */
public sealed interface FieldValue permits FieldValue.Whole, Octets {

  /**
   * A number; one of 64 bits without sign that is above the largest long is negative here, with the
   * same bits.
   */
  record Whole(long value) implements FieldValue {

    private static final Whole[] SMALL = new Whole[256];

    static {
      for (int i = 0; i < SMALL.length; i++) {
        SMALL[i] = new Whole(i);
      }
    }

    static Whole of(long value) {
      return value >= 0 && value < SMALL.length ? SMALL[(int) value] : new Whole(value);
    }
  }
}
