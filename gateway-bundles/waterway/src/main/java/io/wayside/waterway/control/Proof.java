// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.control;

import io.wayside.waterway.aid.Duty;
import io.wayside.waterway.rhythm.Seen;

/** Whether the light itself shows what it is to show. */
public enum Proof {
  AGREES,
  DISAGREES,
  /** Without a light input, or where dark is as right as lit. */
  CANNOT_TELL;

  /**
   * Compares.
   *
   * @param sight judged against the rhythm that this mode wants
   */
  public static Proof of(Duty.Mode mode, Sight sight) {
    Seen seen = sight.seen().orElse(Seen.NOT_KNOWN);
    if (seen == Seen.NOT_KNOWN) {
      return CANNOT_TELL;
    }
    boolean right = seen == Seen.AS_EXPECTED || seen == Seen.REDUCED;
    return switch (mode) {
      case DARK -> when(seen == Seen.DARK);
      case SHINE -> when(right);
      case AUTOMATIC -> automatic(sight.due(), seen, right);
      case OTHER_CHARACTER -> byPhotocell(sight.due(), seen, right);
      // As strong as ever: brighter than before, or weaker by less than can be seen.
      case DIMMED -> seen == Seen.AS_EXPECTED ? CANNOT_TELL : byPhotocell(sight.due(), seen, right);
    };
  }

  private static Proof automatic(Sight.Due due, Seen seen, boolean right) {
    return switch (due) {
      case LIT -> when(right);
      case UNLIT -> when(seen == Seen.DARK);
      case NOT_KNOWN -> CANNOT_TELL;
    };
  }

  /** By day such a lantern may be dark by its photocell, and that proves nothing. */
  private static Proof byPhotocell(Sight.Due due, Seen seen, boolean right) {
    return seen == Seen.DARK && due != Sight.Due.LIT ? CANNOT_TELL : when(right);
  }

  private static Proof when(boolean so) {
    return so ? AGREES : DISAGREES;
  }
}
