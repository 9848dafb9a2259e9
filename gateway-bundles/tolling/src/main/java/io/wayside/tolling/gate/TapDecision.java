// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.gate;

import io.wayside.core.quality.Flags;
import java.util.Optional;

/**
 * What was decided on a tap.
 *
 * @param fareMinor for a journey that ends, and for one whose tap is missing; nothing when refused
 * @param from where the journey began, when this tap ends it
 * @param finding what the lists said
 * @param elsewhere the other gate of the station at which a tap of the medium is under way
 */
public record TapDecision(
    Tap tap,
    Verdict verdict,
    long fareMinor,
    Optional<String> from,
    TokenFinding finding,
    Flags flags,
    Optional<String> elsewhere) {

  /** Allowed, or why not. */
  public enum Verdict {
    ALLOWED,
    /** On a deny list. */
    DENIED,
    /** The same tap again. */
    DUPLICATE,
    /** A second person on one medium. */
    PASSED_BACK,
    /** Out without having tapped in, where the rules refuse it. */
    NO_TAP_IN,
    /** The gate serves somebody else first. */
    BUSY,
    /** The gate stands open for fire: nothing is charged. */
    RELEASED
  }

  public boolean isAllowed() {
    return verdict == Verdict.ALLOWED;
  }
}
