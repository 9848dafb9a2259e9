// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.tag;

/**
 * The number of a tag as the air brought it: the key by which lists and lanes know it.
 *
 * @param epc lower-case hexadecimal, the last byte filled up with zero bits
 * @param bits how many bits the tag has
 */
public record TagNumber(String epc, int bits) {

  public TagNumber {
    if (bits < 0 || epc.length() != (bits + 7) / 8 * 2) {
      throw new IllegalArgumentException(
          "a tag number of " + bits + " bits does not have " + epc.length() + " digits");
    }
  }
}
