// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.water;

/** Whether an aid that is heard is really there. */
public enum Presence {
  /** It does not say; never guessed from its number. */
  NOT_TOLD,
  /** It is there and speaks for itself. */
  REAL,
  /** It is there and a station ashore speaks for it. */
  SYNTHETIC,
  /** It is on the chart display alone; it can neither fail nor drift. */
  VIRTUAL
}
