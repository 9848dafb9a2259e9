// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.tag;

/** How sure a row is. */
public enum Certainty {
  /** Made up, to show the form; never at a lane that charges. */
  EXAMPLE,
  /** Read off tags or heard, not in a text. */
  OBSERVED,
  /** Somebody else's text says so. */
  SECONDARY,
  /** Read in the issuer's own text. */
  VERIFIED
}
