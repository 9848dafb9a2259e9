// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.water;

/** What a lantern can be told. */
public sealed interface LanternOrder {

  /** By its own photocell or clock, with the rhythm it was set up with: what it falls back to. */
  record Automatic() implements LanternOrder {}

  /** Shine, by day too. */
  record Shine() implements LanternOrder {}

  /** Do not shine. Only ever under a lease. */
  record Dark() implements LanternOrder {}

  /** Shine with another rhythm, named as the device names it. */
  record Rhythm(String code) implements LanternOrder {
    public Rhythm {
      if (code.isBlank()) {
        throw new IllegalArgumentException("a rhythm has a code");
      }
    }
  }

  /** Shine with another brightness, 0 to 1; 0 is not dark but the least the device has. */
  record Intensity(double fraction) implements LanternOrder {
    public Intensity {
      if (!(fraction >= 0 && fraction <= 1)) {
        throw new IllegalArgumentException("intensity " + fraction + " is not from 0 to 1");
      }
    }
  }

  /** Start anew, as after a power cut. */
  record Reset() implements LanternOrder {}
}
