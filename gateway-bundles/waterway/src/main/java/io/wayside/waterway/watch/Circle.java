// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.watch;

import io.wayside.core.water.Fix;
import io.wayside.waterway.aid.Aid;
import io.wayside.waterway.aid.Footing;
import java.util.OptionalDouble;

/** How far from its charted place an aid may be found. */
final class Circle {

  private final Aid aid;
  private final PlaceRules rules;
  private final Level level;

  Circle(Aid aid, PlaceRules rules, Level level) {
    this.aid = aid;
    this.rules = rules;
    this.level = level;
  }

  /** Whether there is one. */
  boolean exists() {
    return aid.charted().isPresent()
        && (aid.footing() == Footing.FIXED || aid.mooring().isPresent() || rules.radiusM() > 0);
  }

  double sigmaM(Fix fix) {
    OptionalDouble told = fix.sigmaM();
    return told.isPresent()
        ? told.getAsDouble()
        : fix.hdop().isPresent() ? fix.hdop().getAsDouble() * rules.perHdopM() : rules.sigmaM();
  }

  /** With the error of the fix that is held against it. */
  double radiusM(Fix fix, long nanos) {
    double error = sigmaM(fix);
    if (aid.footing() == Footing.FIXED) {
      return PlaceRules.FIXED_SIGMAS * error + rules.antennaM();
    }
    double e = PlaceRules.SWING_SIGMAS * error + rules.antennaM();
    return swingM(nanos) + e;
  }

  private double swingM(long nanos) {
    return aid.mooring().map(held -> held.swingM(level.lowestM(nanos))).orElse(rules.radiusM());
  }

  String words(Fix fix, long nanos) {
    String radius = "circle " + Span.metres(radiusM(fix, nanos));
    String error = ", error " + Span.metres(sigmaM(fix)) + " of one fix";
    return aid.mooring().isPresent()
        ? radius
            + " (swing "
            + Span.metres(swingM(nanos))
            + " at "
            + level.words(nanos)
            + error
            + ")"
        : radius + error;
  }
}
