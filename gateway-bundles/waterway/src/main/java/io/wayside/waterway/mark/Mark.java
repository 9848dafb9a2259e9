// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.mark;

/** What an aid tells the mariner. */
public enum Mark {
  // At sea, as one comes in.
  PORT_HAND,
  STARBOARD_HAND,
  PREFERRED_CHANNEL_TO_PORT,
  PREFERRED_CHANNEL_TO_STARBOARD,
  CARDINAL_NORTH,
  CARDINAL_EAST,
  CARDINAL_SOUTH,
  CARDINAL_WEST,
  ISOLATED_DANGER,
  SAFE_WATER,
  SPECIAL,
  NEW_WRECK,
  // Inland, as one looks downstream (QCVN 39).
  RIGHT_BANK,
  LEFT_BANK,
  RIGHT_BANK_BESIDE_SEA_CHANNEL,
  LEFT_BANK_BESIDE_SEA_CHANNEL,
  LEADING_RIGHT_BANK,
  LEADING_LEFT_BANK,
  DIRECTION_TO_RIGHT_BANK,
  DIRECTION_TO_LEFT_BANK,
  // Anywhere; nobody has written down here what their lights must be.
  /** Shows the way through a span of a bridge. */
  BRIDGE_SPAN,
  /** Allows or forbids, at a lock or a narrow. */
  SIGNAL,
  /** A gauge board that is lit. */
  GAUGE_BOARD,
  /** A lighthouse or another landmark. */
  LANDMARK,
  OTHER;

  /** As it stands in documents and for people. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  boolean isInland() {
    return compareTo(RIGHT_BANK) >= 0 && compareTo(DIRECTION_TO_LEFT_BANK) <= 0;
  }

  /** Whether any light will do, for all that is known here. */
  boolean isFree() {
    return compareTo(BRIDGE_SPAN) >= 0;
  }
}
