// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.llrp;

/**
 * Bits, the first in the highest place of the first byte.
 *
 * @param data filled up to whole bytes
 * @param count how many count
 */
@SuppressWarnings("ArrayRecordComponent") // never changed
record Bits(byte[] data, int count) {

  boolean at(int index) {
    return (data[index / 8] >> (7 - index % 8) & 1) == 1;
  }

  /** Whether the bits from a place on are those of the data wherever the mask has a one. */
  boolean matches(int from, Bits mask, Bits wanted) {
    for (int i = 0; i < mask.count; i++) {
      boolean counts = mask.at(i) && i < wanted.count;
      if (counts && (from + i >= count || at(from + i) != wanted.at(i))) {
        return false;
      }
    }
    return true;
  }
}
