// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.water;

/** What the sky and the river do. */
public enum Weather {
  CALM,
  STORM,
  LOW_WATER,
  /** Weeks of each in turn. */
  MIXED;

  /** The weather of a day. */
  public Weather on(int day) {
    return this == MIXED ? values()[Math.floorDiv(day, 10) % 3] : this;
  }
}
