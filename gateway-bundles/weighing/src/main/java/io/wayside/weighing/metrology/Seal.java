// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.metrology;

import io.wayside.core.quality.Flag;
import io.wayside.core.quality.Flags;

/**
 * Whether the instrument is as it was when it was sealed. At verification the inspector writes the
 * event counter and the software's hash on the seal and into the site document.
 *
 * @param counterThen event counter on the seal; 0 when nobody has sealed the instrument
 * @param softwareThen hash of the software on the seal; empty when it is not on it
 */
public record Seal(long counterThen, String softwareThen) {

  /** Nobody has sealed it. */
  public static final Flag NOT_SEALED = new Flag("not-sealed");

  /** Its parameters were changed since. */
  public static final Flag SEAL_BROKEN = new Flag("seal-broken");

  /** Its software is another. */
  public static final Flag SOFTWARE_CHANGED = new Flag("software-changed");

  /** The change of parameters is not in the journal yet. */
  public static final Flag PARAMETERS_UNRECORDED = new Flag("parameters-unrecorded");

  /**
   * The doubts that follow.
   *
   * @param counterNow event counter; 0 while the parameters in force are not in the journal
   * @param softwareNow hash of the running software
   */
  public Flags doubts(long counterNow, String softwareNow) {
    Flags doubts = Flags.NONE;
    if (counterNow == 0) {
      doubts = doubts.with(PARAMETERS_UNRECORDED);
    }
    if (counterThen == 0) {
      doubts = doubts.with(NOT_SEALED);
    } else if (counterNow != 0 && counterNow != counterThen) {
      doubts = doubts.with(SEAL_BROKEN);
    }
    if (!softwareThen.isEmpty() && !softwareNow.startsWith(softwareThen)) {
      doubts = doubts.with(SOFTWARE_CHANGED);
    }
    return doubts;
  }
}
