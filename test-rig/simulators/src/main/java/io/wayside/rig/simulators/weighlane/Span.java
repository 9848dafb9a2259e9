// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.weighlane;

import java.util.SplittableRandom;

/** A duration that varies evenly between two bounds, in seconds. */
public record Span(double leastS, double mostS) {

  public Span {
    if (!(leastS >= 0 && mostS >= leastS)) {
      throw new IllegalArgumentException(
          "span " + leastS + " s to " + mostS + " s must be ordered and not negative");
    }
  }

  double drawS(SplittableRandom random) {
    return leastS + random.nextDouble() * (mostS - leastS);
  }
}
