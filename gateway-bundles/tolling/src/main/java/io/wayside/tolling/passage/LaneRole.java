// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.passage;

import java.util.Locale;

/** What a lane is to its road. */
public enum LaneRole {
  /** A fee for each pass. */
  OPEN,
  /** Into a closed system: nothing is charged. */
  ENTRY,
  /** Out of a closed system: the way is charged. */
  EXIT;

  /** As it stands in records. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What it is when the lane is used the other way. */
  public LaneRole turned() {
    return switch (this) {
      case OPEN -> OPEN;
      case ENTRY -> EXIT;
      case EXIT -> ENTRY;
    };
  }
}
