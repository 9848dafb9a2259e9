// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.passage;

import java.util.Locale;

/** How a passage is paid for. */
public enum Payment {
  /** The tag's account is charged. */
  ACCOUNT,
  /** An attendant saw to it. */
  MANUAL,
  /** A season ticket holds. */
  TICKET,
  /** Pays nothing by law. */
  EXEMPT,
  /** Came into a closed system; the exit is charged. */
  ENTRY,
  /** The lane was held open: counted, not charged. */
  FORCED_OPEN,
  /** No sum could be told: a person decides, and a correction charges. */
  REVIEW;

  /** As it stands in records. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
