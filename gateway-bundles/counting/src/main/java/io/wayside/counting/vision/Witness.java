// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

import io.wayside.counting.vision.CountingLine.Side;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who crosses a line moves there himself. An outline goes over a line also when a shadow, light or
 * somebody else joins it, or when it is another's from now on; but what is seen in it, corners and
 * edges, goes where the vehicle goes. So pieces of the picture within the outline are asked how
 * they moved: where nearly all stood or went elsewhere nobody crossed, until some go over the line.
 * Who has no corners, is too fast to be followed or so slow that he might stand is believed.
 */
final class Witness {

  /** For so long it is looked back. */
  private static final double BACK_S = 0.5;

  /** Fewer are chance. */
  private static final int FEWEST = 3;

  /** If more than that of them go, somebody does. */
  private static final double SOME = 0.25;

  /** Who claims a shorter way may stand, as far as corners tell. */
  private static final double LEAST_CLAIM_PX = 3;

  /** Going there: a pixel, and so much of what the outline claims, which grows as others join. */
  private static final double GOES_PX = 1;

  private static final double GOES = 0.15;

  /** Farther from one picture to the next a corner is not found again. */
  private static final double FARTHEST_PX = 14;

  /** Who was refused is asked for anew so often, and for so long. */
  private static final double AGAIN_S = 0.1;

  private static final double WAITS_S = 1;

  private final Sight sight;
  private final double share;
  private final Map<Key, Doubt> doubts = new HashMap<>();

  private record Key(long track, String line) {}

  /** So far an outline has gone in so many pictures. */
  private record Claim(double px, int pictures) {
    double aPicture() {
      return px / pictures;
    }
  }

  /** A crossing that nobody made, so far. */
  private record Doubt(double crossedS, double askedS) {}

  /**
   * A witness that looks at pictures.
   *
   * @param share of its height, above its lower edge, at which an outline crosses
   */
  Witness(Sight sight, double share) {
    this.sight = sight;
    this.share = share;
  }

  /** The outline's crossing if it was somebody's, at the time he made it. */
  Optional<Crossing> of(
      Track track, CountingLine line, Crossing crossing, List<Track> all, double atS) {
    Key key = new Key(track.number(), line.id());
    Optional<Doubt> doubt =
        Optional.ofNullable(doubts.get(key))
            .filter(one -> one.crossedS() >= crossing.atS() - AGAIN_S);
    if (doubt
        .filter(one -> atS - one.askedS() < AGAIN_S || atS - crossing.atS() > WAITS_S)
        .isPresent()) {
      return Optional.empty();
    }
    List<Drift> pieces = pieces(track, line, all, atS);
    Optional<Crossing> crossed =
        doubt.isPresent()
            ? overLine(pieces, line, crossing, atS)
            : judged(pieces, track, line, crossing, atS);
    if (crossed.isEmpty()) {
      doubts.put(key, new Doubt(crossing.atS(), atS));
    } else {
      doubts.remove(key);
    }
    return crossed;
  }

  /** All others may be forgotten. */
  void keep(List<Track> tracks) {
    doubts.keySet().removeIf(key -> tracks.stream().noneMatch(one -> one.number() == key.track()));
  }

  /** Those in its outline that are in nobody else's and not beside the line's ends. */
  private List<Drift> pieces(Track track, CountingLine line, List<Track> all, double atS) {
    List<Box> others = all.stream().filter(other -> other != track).map(Track::box).toList();
    return sight.drifts(track.box(), atS - BACK_S).stream()
        .filter(one -> line.along(one.at()) >= 0 && line.along(one.at()) <= 1)
        .filter(one -> others.stream().noneMatch(box -> box.holds(one.at())))
        .toList();
  }

  private Optional<Crossing> judged(
      List<Drift> pieces, Track track, CountingLine line, Crossing crossing, double atS) {
    int asked = 0;
    int go = 0;
    for (Drift piece : pieces) {
      Claim claim = claim(track, line, crossing.to(), atS - piece.duringS());
      if (claim.px() >= LEAST_CLAIM_PX && claim.aPicture() <= FARTHEST_PX) {
        asked++;
        go += along(piece, line, crossing.to()) > Math.max(GOES_PX, GOES * claim.px()) ? 1 : 0;
      }
    }
    return asked < FEWEST || go > SOME * asked ? Optional.of(crossing) : Optional.empty();
  }

  /** How far the outline has gone since then, square to the line. */
  private Claim claim(Track track, CountingLine line, Side to, double sinceS) {
    List<Step> way = track.way();
    int last = way.size() - 1;
    int then = last;
    while (then > 0 && way.get(then).atS() > sinceS) {
      then--;
    }
    double went =
        line.distance(way.get(last).above(share)) - line.distance(way.get(then).above(share));
    return new Claim(sign(to) * went, last - then);
  }

  private Optional<Crossing> overLine(
      List<Drift> pieces, CountingLine line, Crossing crossing, double atS) {
    List<Double> when =
        pieces.stream()
            .filter(piece -> isOver(piece, line, crossing.to()))
            .map(piece -> atS - piece.duringS() * partAfter(piece, line, crossing.to()))
            .sorted(Comparator.naturalOrder())
            .toList();
    if (when.size() < FEWEST) {
      return Optional.empty();
    }
    double whenS = when.get(when.size() / 2);
    return Optional.of(new Crossing(whenS, crossing.where(), crossing.to()));
  }

  private static boolean isOver(Drift piece, CountingLine line, Side to) {
    double now = sign(to) * line.distance(piece.at());
    return now > 0 && now < along(piece, line, to);
  }

  /** Which part of its way it went after the line. */
  private static double partAfter(Drift piece, CountingLine line, Side to) {
    return sign(to) * line.distance(piece.at()) / along(piece, line, to);
  }

  /** How far it went square to the line, to that side, in pixels. */
  private static double along(Drift piece, CountingLine line, Side to) {
    Point from = new Point(piece.at().x() - piece.by().x(), piece.at().y() - piece.by().y());
    return sign(to) * (line.distance(piece.at()) - line.distance(from));
  }

  private static int sign(Side to) {
    return to == Side.RIGHT ? 1 : -1;
  }
}
