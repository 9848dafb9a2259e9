// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.control;

import io.wayside.waterway.rhythm.Seen;
import java.util.Optional;

/**
 * What the light input shows now, judged against what the duty in force wants to be seen.
 *
 * @param seen empty without a light input
 * @param sinceNanos since when it is seen so
 * @param due whether the light should burn by itself now
 */
public record Sight(Optional<Seen> seen, long sinceNanos, Due due) {

  /** Whether it is night for the light. */
  public enum Due {
    LIT,
    UNLIT,
    NOT_KNOWN
  }

  /** There is no light input. */
  public static Sight none() {
    return new Sight(Optional.empty(), 0, Due.NOT_KNOWN);
  }
}
