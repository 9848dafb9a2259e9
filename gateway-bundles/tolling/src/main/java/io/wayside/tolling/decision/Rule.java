// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.decision;

import java.util.Locale;

/**
 * What decided, in the order in which it is asked. Its code goes to the display and into records.
 */
public enum Rule {
  /** An attendant did. */
  ATTENDANT,
  /** Pays nothing. */
  EXEMPT,
  /** A season ticket holds here and now. */
  TICKET,
  /** Reported stolen. */
  STOLEN,
  /** Refused by the issuer. */
  BLOCKED,
  /** Nobody known here has such numbers. */
  UNKNOWN_ISSUER,
  /** Too little money, and the site or the office does not let that pass. */
  LOW_BALANCE,
  /** On no list of its issuer, and the site or the office does not let that pass. */
  UNLISTED,
  /** The office said yes in time. */
  OFFICE_GRANTED,
  /** The office said no in time. */
  OFFICE_REFUSED,
  /** The lists are too old, or missing. */
  LISTS_OLD,
  /** The tag owes as much as one tag may on one day without the office. */
  TAG_LIMIT,
  /** The lane has let pass as much as one lane may without the office. */
  LANE_LIMIT,
  /** Nothing speaks against it. */
  LISTS;

  private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** Stable, for display and records. */
  public String code() {
    return code;
  }
}
