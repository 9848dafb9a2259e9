// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.statics;

import io.wayside.core.quality.Flag;
import io.wayside.core.quality.Flags;

/** What vehicles of this site can weigh; outside it a value is flagged, never dropped. */
public record Plausibility(
    double minAxleKg, double maxAxleKg, int maxAxles, double minGrossKg, double maxGrossKg) {

  public Plausibility {
    requireOrder("axle", minAxleKg, maxAxleKg);
    requireOrder("gross", minGrossKg, maxGrossKg);
    if (maxAxles < 1) {
      throw new IllegalArgumentException("maxAxles must be at least 1, not " + maxAxles);
    }
  }

  public Flags axle(double kg) {
    return flaggedUnless(kg >= minAxleKg && kg <= maxAxleKg);
  }

  public Flags gross(double kg) {
    return flaggedUnless(kg >= minGrossKg && kg <= maxGrossKg);
  }

  public Flags count(int axles) {
    return flaggedUnless(axles <= maxAxles);
  }

  private static Flags flaggedUnless(boolean plausible) {
    return plausible ? Flags.NONE : Flags.of(Flag.IMPLAUSIBLE);
  }

  private static void requireOrder(String what, double least, double most) {
    if (!(least < most)) {
      throw new IllegalArgumentException(
          "the smallest " + what + " of " + least + " kg must lie below the largest, " + most);
    }
  }
}
