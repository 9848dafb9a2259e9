// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.decision;

/** Who pays for a passage. */
public enum Payment {
  /** The account of the tag. */
  TAG,
  /** Nobody: exempt. */
  FREE,
  /** A season ticket has. */
  TICKET,
  /** In cash or otherwise, at the booth. */
  BOOTH,
  /** Nobody yet: the vehicle may not pass. */
  NONE
}
