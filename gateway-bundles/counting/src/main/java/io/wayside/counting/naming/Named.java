// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.naming;

import io.wayside.counting.detect.ClassVotes.Verdict;
import io.wayside.counting.sighting.Sighting;
import java.util.Optional;

/** A vehicle that crossed a line, and what a detector calls it, if it does. */
public record Named(Sighting sighting, Optional<Verdict> verdict) {

  /** By its outline alone. */
  public static Named byOutline(Sighting sighting) {
    return new Named(sighting, Optional.empty());
  }
}
