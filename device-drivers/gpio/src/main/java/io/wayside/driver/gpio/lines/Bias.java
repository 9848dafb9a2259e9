// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.gpio.lines;

/** What the pin does when nothing drives it. */
public enum Bias {
  /** As the board or its device tree has it. */
  AS_IS,
  OFF,
  PULL_UP,
  PULL_DOWN
}
