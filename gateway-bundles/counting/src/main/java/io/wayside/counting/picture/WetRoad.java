// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.picture;

/**
 * Whether the road is so wet that lamps are mirrored by it: then a vehicle and its image look like
 * one that stands nearer than it does, by day as well. It has to be so for several vehicles before
 * it is believed.
 */
final class WetRoad {

  /** How much one look says of all. */
  private static final double FOLLOWS = 0.08;

  /** Of the lamps that are seen, so many are mirrored. */
  private static final double WET = 0.5;

  private static final double DRY = 0.2;

  private double share;
  private boolean wet;

  /** Lamps were seen, and of so many their image too. */
  void saw(int lamps, int mirrored) {
    if (lamps > 0) {
      share += FOLLOWS * ((double) mirrored / lamps - share);
      wet = share > WET || (wet && share > DRY);
    }
  }

  boolean isWet() {
    return wet;
  }
}
