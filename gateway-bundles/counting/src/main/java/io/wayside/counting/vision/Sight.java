// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Looks at the picture itself where outlines say nothing: how far something has moved that shares
 * its foreground with others, or stands.
 */
public interface Sight {

  /** Sees nothing. */
  Sight NONE =
      new Sight() {
        @Override
        public Optional<Point> shift(long vehicle, Box box, List<Box> before, Point expected) {
          return Optional.empty();
        }

        @Override
        public void keep(Set<Long> vehicles) {}
      };

  /**
   * How far a vehicle has moved since it was asked for last, in pixels; it is remembered as it
   * looks now. Who is asked for the first time has not moved.
   *
   * @param box where it was then
   * @param before boxes of others that may hide it
   * @param expected how far it should have moved
   * @return nothing when it is not to be found
   */
  Optional<Point> shift(long vehicle, Box box, List<Box> before, Point expected);

  /**
   * How pieces of what is not road came to where they are now.
   *
   * @param box they are in it
   * @param sinceS they are followed back to then at most
   */
  default List<Drift> drifts(Box box, double sinceS) {
    return List.of();
  }

  /** All others are forgotten. */
  void keep(Set<Long> vehicles);
}
