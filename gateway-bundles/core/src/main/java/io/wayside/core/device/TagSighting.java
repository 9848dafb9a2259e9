// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.device;

import java.util.Optional;

/**
 * A tag was heard. A sighting is never a passage and never a charge.
 *
 * @param monotonicNanos when it was heard
 * @param epc the tag's EPC, lower-case hexadecimal, the last byte filled up with zero bits; empty
 *     when the tag has none
 * @param epcBits how many bits of it the tag has; 96 is usual
 * @param tid the chip's own id where it was read, lower-case hexadecimal
 * @param userMemory what was read of the user bank, lower-case hexadecimal
 * @param antenna antenna port, from 1
 * @param strengthDbm received strength in dBm
 * @param count how many replies of the tag the reader says with this sighting, at least 1
 */
public record TagSighting(
    long monotonicNanos,
    String epc,
    int epcBits,
    Optional<String> tid,
    Optional<String> userMemory,
    int antenna,
    double strengthDbm,
    int count) {

  public TagSighting {
    if (epcBits < 0 || epc.length() != (epcBits + 7) / 8 * 2) {
      throw new IllegalArgumentException(
          "an EPC of " + epcBits + " bits does not have " + epc.length() + " hexadecimal digits");
    }
    if (count < 1) {
      throw new IllegalArgumentException("a sighting of " + count + " replies is none");
    }
  }

  /** A sighting of one reply, of a tag with whole bytes, and nothing read but the EPC. */
  public static TagSighting of(long monotonicNanos, String epc, int antenna, double strengthDbm) {
    return new TagSighting(
        monotonicNanos,
        epc,
        epc.length() * 4,
        Optional.empty(),
        Optional.empty(),
        antenna,
        strengthDbm,
        1);
  }
}
