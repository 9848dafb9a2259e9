// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.light;

import java.util.Optional;

/**
 * A stretch of light or dark.
 *
 * @param colour of the light; empty is dark
 */
public record Phase(Optional<Colour> colour, int millis) {

  public Phase {
    if (millis <= 0) {
      throw new IllegalArgumentException("a phase lasts, not " + millis + " ms");
    }
  }

  public static Phase lit(Colour colour, int millis) {
    return new Phase(Optional.of(colour), millis);
  }

  public static Phase dark(int millis) {
    return new Phase(Optional.empty(), millis);
  }

  public boolean lit() {
    return colour.isPresent();
  }
}
