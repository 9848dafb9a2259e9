// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Whose part it is that appears in a queue. Vehicles come in over an edge of the picture. What
 * begins in the middle of it, right at one that is known as one vehicle, and crosses a line while
 * it is still there, is more of that one, seen as it creeps up or moves off: both are one count,
 * whichever crosses first. Only who stood himself, or shows by his own outline beside the other
 * that he is a vehicle, was hidden before or was taken for road.
 */
final class Belonging {

  /** Who stood for so long is one of the queue. */
  private static final double STOOD_S = 1;

  /** Who is followed no more was that part until then. */
  private static final double GONE_S = 1;

  /** Of the smaller one so much lies in the other: nobody is seen through another. */
  private static final double UPON = 0.3;

  /** So much in common is touching. */
  private static final double TOUCHES = 0.1;

  /** Road that is to be seen between two parts at most. */
  private static final double GAP_M = 4;

  private final OneBody body;
  private final Predicate<Track> isVehicle;

  /**
   * For one road.
   *
   * @param isVehicle who has shown by his outline, alone, that he is a vehicle
   */
  Belonging(OneBody body, Predicate<Track> isVehicle) {
    this.body = body;
    this.isVehicle = isVehicle;
  }

  /** Looks at who began in this picture. */
  void see(List<Track> tracks, Point usual) {
    tracks.stream()
        .filter(track -> track.way().size() == 1 && !track.cameOverEdge())
        .forEach(
            track ->
                whole(track, tracks, usual)
                    .ifPresent(one -> track.kinship().appearedAt(one, common(track, one) > UPON)));
  }

  private Optional<Track> whole(Track part, List<Track> tracks, Point usual) {
    return tracks.stream()
        .filter(one -> one != part && isVehicle.test(one) && isAt(part, one, usual))
        .max(
            Comparator.comparingDouble((Track one) -> one.box().overlap(part.box()))
                .thenComparingDouble(one -> -body.gapM(one.box(), part.box())));
  }

  /**
   * It crosses a line now: whose part it was it is no more when that one is elsewhere, or stands
   * while this one passes.
   */
  void crosses(Track track, List<Track> tracks, Point usual) {
    track
        .kinship()
        .appearedAt()
        .filter(
            one ->
                tracks.contains(one)
                    ? one.standsS() > STOOD_S || !isAt(track, one, usual)
                    : isLongGone(one, track))
        .ifPresent(one -> track.kinship().parts());
  }

  private static boolean isLongGone(Track one, Track track) {
    return track.atS() - one.atS() > GONE_S;
  }

  private boolean isAt(Track part, Track whole, Point usual) {
    return touches(part, whole) || couldBeOne(part, whole, usual);
  }

  private static boolean touches(Track a, Track b) {
    return common(a, b) > TOUCHES;
  }

  private static double common(Track a, Track b) {
    return a.box().overlap(b.box()) / Math.min(a.box().area(), b.box().area());
  }

  private boolean couldBeOne(Track part, Track whole, Point usual) {
    Box both = part.box().with(whole.box());
    return body.gapM(part.box(), whole.box()) < GAP_M
        && (body.looks(both, usual) || body.looks(both, new Point(whole.speedX(), whole.speedY())));
  }

  /** The vehicle that it is, or that it is more of. */
  Track vehicle(Track track) {
    Set<Track> met = new HashSet<>();
    Track one = track.whole();
    while (met.add(one)) {
      Track part = one;
      one = one.kinship().appearedAt().map(Track::whole).filter(all -> !isOwn(part)).orElse(one);
    }
    return one;
  }

  private boolean isOwn(Track track) {
    return track.stoodS() > STOOD_S || (isVehicle.test(track) && !track.kinship().appearedUpon());
  }
}
