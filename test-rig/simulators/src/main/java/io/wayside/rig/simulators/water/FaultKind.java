// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.water;

/** What may happen to an aid, and what of it can be seen from afar. */
public enum FaultKind {
  LAMP_DEAD(false, false),
  WRONG_RHYTHM(false, true),
  DAY_BURNER(false, false),
  /** The photocell says day for ever: the lamp stays dark. */
  PHOTOCELL_SAYS_DAY(false, false),
  BATTERY_WORN(false, false),
  PANEL_GONE(false, false),
  MOORING_PARTED(true, false),
  DRAGGED(true, false),
  STOLEN(true, false),
  /** A tow runs into it: it heels, jumps and comes back. */
  STRUCK(true, false),
  DOOR_OPENED(false, false),
  TRANSPONDER_DEAD(false, false),
  /** The receiver of its position has failed; the message says so. */
  GNSS_FAILED(false, false);

  private final boolean floatingAlone;
  private final boolean withLightInput;

  FaultKind(boolean floatingAlone, boolean withLightInput) {
    this.floatingAlone = floatingAlone;
    this.withLightInput = withLightInput;
  }

  /** Whether only what floats can have it. */
  public boolean floatingAlone() {
    return floatingAlone;
  }

  /** Whether it can be known only where the lamp itself is looked at. */
  public boolean withLightInput() {
    return withLightInput;
  }
}
