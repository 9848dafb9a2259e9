// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.ais;

/** Why a sentence with a good check sum gave no message. */
public enum Refusal {
  /** Its fields are not those of a sentence that carries a message. */
  MALFORMED,
  /** Letters that no bits travel as, or fewer bits than are to be left out. */
  NOT_ARMOUR,
  /** Fewer bits than every message begins with. */
  TOO_SHORT,
  /** A later part of a message whose earlier parts did not come. */
  STRAY_PART,
  /** A message whose later parts did not come in time, or for which there was no room left. */
  UNFINISHED
}
