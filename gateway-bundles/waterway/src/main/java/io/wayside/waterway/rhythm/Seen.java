// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.rhythm;

/** What the light input has shown lately. */
public enum Seen {
  /** Too little was heard yet, or the input itself cannot be trusted. */
  NOT_KNOWN,
  /** The rhythm that is expected, at its usual strength. */
  AS_EXPECTED,
  /** The rhythm that is expected, clearly weaker than it used to be. */
  REDUCED,
  /** Light, but another rhythm. */
  OTHER_RHYTHM,
  DARK
}
