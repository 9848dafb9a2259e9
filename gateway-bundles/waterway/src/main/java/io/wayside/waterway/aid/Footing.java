// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.aid;

/** What an aid stands on. */
public enum Footing {
  /** On the ground or on a structure: it cannot drift. */
  FIXED,
  /** Held by a mooring: it swings, and may come loose. */
  FLOATING,
  /** On chart displays alone: it neither fails nor drifts, and does not count. */
  VIRTUAL
}
