// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator.registers;

import io.wayside.core.device.WeightReading.Basis;
import io.wayside.core.device.WeightReading.Motion;
import io.wayside.driver.indicator.codec.Indication;
import io.wayside.driver.indicator.codec.Indication.Range;

/**
 * What the bits of a status word mean. Several bits in a mask: any of them says it. A mask of zero:
 * the device does not tell.
 *
 * @param motion the load moves
 * @param over above the range
 * @param under below the range
 * @param net the weight is net
 * @param invalid the weight means nothing
 * @param zeroMissing the zero was not set since the device was switched on
 * @param inverted bits that say the opposite, such as one that means stable
 */
public record StatusBits(
    int motion, int over, int under, int net, int invalid, int zeroMissing, int inverted) {

  /** A device without a status word. */
  public static final StatusBits NONE = new StatusBits(0, 0, 0, 0, 0, 0, 0);

  boolean isEmpty() {
    return (motion | over | under | net | invalid | zeroMissing | inverted) == 0;
  }

  /** The indication of a weight under this status word. */
  Indication applied(Indication shown, int statusWord) {
    int status = statusWord ^ inverted;
    Motion moves = (status & motion) != 0 ? Motion.MOVING : Motion.AT_REST;
    Basis basis = (status & net) != 0 ? Basis.NET : Basis.GROSS;
    return inRange(shown, status)
        .with(motion == 0 ? Motion.NOT_TOLD : moves)
        .with(net == 0 ? Basis.NOT_TOLD : basis)
        .withZeroMissing((status & zeroMissing) != 0);
  }

  private Indication inRange(Indication shown, int status) {
    if ((status & invalid) != 0) {
      return Indication.none(Range.BLANK);
    }
    if ((status & over) != 0) {
      return Indication.none(Range.OVER);
    }
    return (status & under) != 0 ? Indication.none(Range.UNDER) : shown;
  }
}
