// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.parking;

/**
 * What one lane counted at one place, since ever.
 *
 * @param sequence rises by one with each change; the higher of two is the later
 * @param corrected sum of what people added or took away
 */
public record Tally(long sequence, long in, long out, long corrected) {

  static final Tally NOTHING = new Tally(0, 0, 0, 0);

  Tally cameIn() {
    return new Tally(sequence + 1, in + 1, out, corrected);
  }

  Tally wentOut() {
    return new Tally(sequence + 1, in, out + 1, corrected);
  }

  Tally correctedBy(long by) {
    return new Tally(sequence + 1, in, out, corrected + by);
  }

  /** Came in and did not go out. */
  public long inside() {
    return in - out + corrected;
  }

  /** The later of two; of two that say they are the same change, the larger in every number. */
  Tally later(Tally other) {
    if (sequence != other.sequence) {
      return sequence > other.sequence ? this : other;
    }
    return new Tally(
        sequence,
        Math.max(in, other.in),
        Math.max(out, other.out),
        Math.max(corrected, other.corrected));
  }
}
