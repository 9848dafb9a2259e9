// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.fare;

import java.util.Locale;

/**
 * An entry into a closed system, and how it is known.
 *
 * @param doubtful the passage it is of was in doubt: a person decides what is charged upon it
 */
public record KnownEntry(EntryPoint point, Source source, boolean doubtful) {

  /** Who said so. */
  public enum Source {
    /** A lane of this gateway, by its own record. */
    OWN_LANE,
    /** Another gateway, by a signed file of entries. */
    PUSHED,
    /** The office, with its answer to the question of this passage. */
    OFFICE;

    /** As it stands in records. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
