// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Tracks of one vehicle that was taken for two: what they share has the outline of one vehicle,
 * picture after picture, and they lie upon each other and go as fast as each other, or neither of
 * them is known as a vehicle.
 */
final class Twins {

  /** So much of the smaller one lies upon the other. */
  private static final double UPON = 0.5;

  /** Of more nobody asks: a vehicle has no more parts, and to compare outlines takes its time. */
  private static final int MOST = 8;

  private final OneBody body;

  Twins(OneBody body) {
    this.body = body;
  }

  /**
   * Of those that share this foreground, a pair that has now been one for so many pictures.
   *
   * @param known who has shown by itself that it is a vehicle, or came from far: it is nobody's
   *     part, unless they lie upon each other
   * @param usual how most that passes moves
   */
  Optional<Companions.Found> of(
      List<Track> sharing, Box all, int enough, Predicate<Track> known, Point usual) {
    boolean few = sharing.size() <= MOST;
    for (int i = 0; i < sharing.size(); i++) {
      for (int j = i + 1; j < sharing.size(); j++) {
        Track whole = sharing.get(i);
        Track part = sharing.get(j);
        boolean one = few && areOne(whole, part, all, known, usual);
        if (part.kinship().twinOf(whole, one) >= enough) {
          return Optional.of(new Companions.Found(whole, part, false));
        }
      }
    }
    return Optional.empty();
  }

  /** How fast who was never known by itself goes is a guess; most go as is usual there. */
  private boolean areOne(Track a, Track b, Box all, Predicate<Track> known, Point usual) {
    return (isUpon(a, b) && body.looks(all, OneBody.motion(a, b)))
        || (!known.test(a)
            && !known.test(b)
            && (body.looks(all, OneBody.motion(a, b)) || body.looks(all, usual)));
  }

  private static boolean isUpon(Track a, Track b) {
    return a.box().overlap(b.box()) > UPON * Math.min(a.box().area(), b.box().area())
        && OneBody.asFast(a, b);
  }
}
