// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.indicator;

/** The wire format of one family of indicators; pure. */
public interface IndicatorEncoder {

  /**
   * One frame of the continuous stream.
   *
   * @throws IllegalArgumentException when the number has more digits than the format
   */
  byte[] encode(Indication shown);

  /** What the numbers count; kilograms unless the format says otherwise. */
  default MassUnit unit() {
    return MassUnit.KG;
  }

  /** The largest magnitude, as {@link Indication#value()}, that this format carries. */
  long largest();
}
