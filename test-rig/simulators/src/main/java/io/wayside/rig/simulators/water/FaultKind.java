// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.water;

/** What may happen to an aid, and what of it can be seen from afar. */
public enum FaultKind {
  LAMP_DEAD(false, Needs.NOTHING),
  /** It shines with less than half of its strength. */
  LAMP_WEAK(false, Needs.LIGHT_LEVELS),
  WRONG_RHYTHM(false, Needs.LIGHT_INPUT),
  DAY_BURNER(false, Needs.NOTHING),
  /** The photocell says day for ever: the lamp stays dark. */
  PHOTOCELL_SAYS_DAY(false, Needs.NOTHING),
  BATTERY_WORN(false, Needs.NOTHING),
  PANEL_GONE(false, Needs.NOTHING),
  MOORING_PARTED(true, Needs.NOTHING),
  DRAGGED(true, Needs.NOTHING),
  STOLEN(true, Needs.NOTHING),
  /** A tow runs into it: it heels, jumps and comes back. */
  STRUCK(true, Needs.NOTHING),
  DOOR_OPENED(false, Needs.NOTHING),
  TRANSPONDER_DEAD(false, Needs.NOTHING),
  /** The receiver of its position has failed; the message says so. */
  GNSS_FAILED(false, Needs.NOTHING);

  private final boolean floatingAlone;
  private final Needs needs;

  /** What must look at the lamp itself for the fault to be known at all. */
  private enum Needs {
    NOTHING,
    LIGHT_INPUT,
    LIGHT_LEVELS
  }

  FaultKind(boolean floatingAlone, Needs needs) {
    this.floatingAlone = floatingAlone;
    this.needs = needs;
  }

  /** Whether only what floats can have it. */
  public boolean floatingAlone() {
    return floatingAlone;
  }

  /** Whether it can be known of this aid. */
  boolean suits(Charted aid) {
    return (aid.floating() || !floatingAlone)
        && switch (needs) {
          case NOTHING -> true;
          case LIGHT_INPUT -> aid.lightInput();
          case LIGHT_LEVELS -> aid.lightLevels();
        };
  }
}
