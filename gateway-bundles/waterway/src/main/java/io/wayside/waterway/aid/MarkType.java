// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.aid;

/** What an aid tells the mariner, whatever convention gives it its side and colour. */
public enum MarkType {
  LATERAL,
  PREFERRED_CHANNEL,
  CARDINAL,
  ISOLATED_DANGER,
  SAFE_WATER,
  SPECIAL,
  /** Front or rear of a leading line. */
  LEADING,
  /** Shows the way through a span of a bridge. */
  BRIDGE_SPAN,
  /** Allows or forbids, at a lock or a narrow. */
  SIGNAL,
  /** A gauge board that is lit. */
  GAUGE_BOARD,
  /** A lighthouse or another landmark. */
  LANDMARK,
  OTHER
}
