// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.strips;

/** Which wheels a half-line feels, as seen in the direction of travel. */
public enum Side {
  LEFT,
  RIGHT,
  /** A line across the whole lane. */
  BOTH
}
