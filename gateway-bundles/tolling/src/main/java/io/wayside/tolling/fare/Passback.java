// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.fare;

/** What is done with a second entry of a tag that never left. */
public enum Passback {
  /** The old entry ends as {@code no-exit}, the new one counts. */
  CLOSE_OLD,
  /** The vehicle is held until a person decides. */
  HOLD,
  /** It may pass, flagged; the first entry stays the one that counts. */
  ALLOW_AND_FLAG
}
