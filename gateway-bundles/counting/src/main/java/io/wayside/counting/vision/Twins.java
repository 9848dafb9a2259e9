// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

import java.util.List;
import java.util.Optional;

/**
 * Tracks of one vehicle that was taken for two: they lie upon each other, go as fast as each other,
 * and what they share has the outline of one vehicle, picture after picture.
 */
final class Twins {

  /** So much of the smaller one lies upon the other. */
  private static final double UPON = 0.5;

  private final OneBody body;

  Twins(OneBody body) {
    this.body = body;
  }

  /** Of those that share this foreground, a pair that has now been one for so many pictures. */
  Optional<Companions.Found> of(List<Track> sharing, Box all, int enough) {
    for (int i = 0; i < sharing.size(); i++) {
      for (int j = i + 1; j < sharing.size(); j++) {
        Track whole = sharing.get(i);
        Track part = sharing.get(j);
        if (part.twinOf(whole, areOne(whole, part, all)) >= enough) {
          return Optional.of(new Companions.Found(whole, part, false));
        }
      }
    }
    return Optional.empty();
  }

  private boolean areOne(Track a, Track b, Box all) {
    return a.box().overlap(b.box()) > UPON * Math.min(a.box().area(), b.box().area())
        && OneBody.asFast(a, b)
        && body.looks(all, OneBody.motion(a, b));
  }
}
