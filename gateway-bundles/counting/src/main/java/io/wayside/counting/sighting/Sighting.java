// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.sighting;

import io.wayside.core.quality.Flags;
import io.wayside.counting.ground.Kind;
import io.wayside.counting.vision.CountingLine.Side;
import java.util.OptionalDouble;

/**
 * A vehicle that crossed a line of the picture.
 *
 * @param vehicle its number as long as the counter lives
 * @param atS when its middle was on the line
 * @param along where on the line, 0 at its beginning to 1 at its end
 * @param confidence that the class is right and it is one vehicle, 0 to 1; ranks, is no probability
 * @param occupiedS how long it was on the line, as far as its speed tells
 */
public record Sighting(
    long vehicle,
    String line,
    Side to,
    double atS,
    double along,
    Kind kind,
    double confidence,
    OptionalDouble lengthM,
    OptionalDouble speedMps,
    double occupiedS,
    Flags flags) {

  public boolean doubtful() {
    return SightFlags.doubtful(flags);
  }
}
