// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.decision;

import io.wayside.tolling.fare.EntryPoint;
import java.util.Optional;

/**
 * What the office said of a tag before it passes.
 *
 * @param grants yes or no
 * @param reason the office's own code
 * @param afterMs how long it took, from the question
 * @param entry where it came in, in a closed system, when the office knows
 */
public record OfficeAnswer(
    boolean grants, String reason, long afterMs, Optional<EntryPoint> entry) {

  /** Without an entry. */
  public OfficeAnswer(boolean grants, String reason, long afterMs) {
    this(grants, reason, afterMs, Optional.empty());
  }
}
