// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.ais;

import io.wayside.driver.nmea.ais.bits.Bits;
import io.wayside.driver.nmea.ais.bits.Teller;
import java.util.OptionalDouble;

/**
 * Messages 1, 2 and 3: where a vessel of class A is.
 *
 * @param status 0 under way by engine, 1 at anchor, 5 moored …, 15 not said
 * @param turn of the indicator: 4.733 times the root of degrees per minute, starboard positive; 127
 *     and -127 faster than 5 degrees in 30 s without an indicator; -128 none
 * @param manoeuvre 0 not said, 1 no special one, 2 a special one
 * @param radio state of the radio, 19 bits
 */
public record PositionReport(
    Header header, int status, int turn, Motion motion, int manoeuvre, boolean raim, int radio)
    implements AisMessage {

  static final int LENGTH = 168;
  private static final double TURN = 4.733;
  private static final int NO_INDICATOR = 127;

  static PositionReport of(Header header, Bits bits) {
    return new PositionReport(
        header,
        bits.unsigned(38, 4),
        bits.signed(42, 8),
        Motion.of(bits, 50),
        bits.unsigned(143, 2),
        bits.flag(148),
        bits.unsigned(149, 19));
  }

  /** Degrees per minute, to starboard; only with an indicator. */
  public OptionalDouble turnDegPerMin() {
    if (Math.abs(turn) >= NO_INDICATOR) {
      return OptionalDouble.empty();
    }
    double root = turn / TURN;
    return OptionalDouble.of(Math.copySign(Math.rint(root * root), turn));
  }

  @Override
  public void tell(Teller to) {
    to.whole("status", status);
    to.real("turn", turn, turnDegPerMin());
    motion.tell(to);
    to.whole("maneuver", manoeuvre);
    to.flag("raim", raim);
    to.whole("radio", radio);
  }
}
