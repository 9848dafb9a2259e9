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

  /** A road dries in so long; then nothing is known of it while nobody has lamps on. */
  private static final double DRIES_S = 600;

  private double share;
  private boolean wet;
  private double lampsAtS = Double.NEGATIVE_INFINITY;

  /** Lamps were seen, and of so many their image too. */
  void saw(int lamps, int mirrored, double atS) {
    if (lamps > 0) {
      share += FOLLOWS * ((double) mirrored / lamps - share);
      wet = share > WET || (wet && share > DRY);
      lampsAtS = atS;
    } else if (atS - lampsAtS > DRIES_S) {
      share = 0;
      wet = false;
    }
  }

  boolean isWet() {
    return wet;
  }
}
