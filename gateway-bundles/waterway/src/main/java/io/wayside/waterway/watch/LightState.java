// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.watch;

/** Is the light right? */
public enum LightState {
  AS_IT_SHOULD_BE,
  /** No light while it should shine, or it says itself that it failed. */
  DARK,
  /** Light by day. It shines at night too, so the aid does its duty. */
  DAY_BURNING,
  WRONG_RHYTHM,
  /** Clearly weaker than it used to be. */
  REDUCED,
  UNKNOWN,
  /** It has no light. */
  NOT_WATCHED;

  /** Whether the aid does not do its duty. */
  public boolean fails() {
    return this == DARK || this == WRONG_RHYTHM || this == REDUCED;
  }
}
