// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.book;

/** How a tag stands with its issuer. */
public enum Standing {
  /** Known and may pass. */
  GOOD,
  /** Known, with less money than the issuer asks for. */
  LOW_BALANCE,
  /** Refused by its issuer. */
  BLOCKED,
  /** Reported stolen or lost. */
  STOLEN,
  /** Known issuer, but the tag is on none of its lists. */
  UNLISTED,
  /** No issuer known here has such numbers. */
  UNKNOWN_ISSUER
}
