// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.water;

/** By whose will a lantern shines or not. */
public enum LanternMode {
  NOT_TOLD,
  /** By its own photocell or clock. */
  AUTOMATIC,
  FORCED_ON,
  FORCED_OFF
}
