// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.water;

/** What an aid says is so with it; what it does not say is not known to be otherwise. */
public enum AidSign {
  BATTERY_LOW,
  BATTERY_FLAT,
  SUPPLY_FAILED,
  HOT,
  DOOR_OPEN,
  STRUCK,
  TILTED,
  /** It shines by the common clock. */
  SYNCHRONISED,
  /** It should shine by the common clock and has lost it. */
  SYNC_LOST,
  /** Its position comes from a working receiver. */
  POSITIONED,
  /** Its transmitter or one of its receivers is faulty. */
  RADIO_FAULT
}
