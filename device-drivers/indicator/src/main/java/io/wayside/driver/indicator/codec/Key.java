// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator.codec;

/** A key that can be pressed over the line. */
public enum Key {
  ZERO,
  TARE,
  /** The tare is given as a number. */
  PRESET_TARE,
  CLEAR_TARE
}
