// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

/**
 * A crossing that is not told yet: what is seen of the vehicle just after it says how fast it is,
 * and whether it is one of its own or a part of another.
 *
 * @param box of the vehicle when it was found to have crossed
 * @param queue whether the line stood full then
 */
record Pending(Track track, CountingLine line, Crossing crossing, Box box, boolean queue) {

  /** Longer than a vehicle takes to drive once its length, and short for who waits for a count. */
  private static final double WAITS_S = 0.8;

  /** The vehicle that it is a part of, or itself. */
  Track vehicle() {
    return track.whole();
  }

  boolean isDue(double atS, java.util.Collection<Track> followed) {
    return atS - crossing.atS() >= WAITS_S || !followed.contains(vehicle());
  }
}
