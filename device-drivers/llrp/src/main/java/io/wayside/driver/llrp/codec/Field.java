// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp.codec;

/**
 * A field of a message or parameter.
 *
 * @param bits width of a number or of fixed bytes; 0 where the length is told on the wire
 */
public record Field(String name, FieldKind kind, int bits) {

  /** Whether a number has a form of this width. */
  boolean holds(long number) {
    if (bits == Long.SIZE) {
      return true;
    }
    return kind == FieldKind.SIGNED
        ? number >= -(1L << (bits - 1)) && number < 1L << (bits - 1)
        : number >= 0 && number < 1L << bits;
  }
}
