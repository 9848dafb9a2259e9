// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Holds on to vehicles in a queue. Where those that stand or creep share their foreground with
 * others, outlines say no longer who is where; then each is followed by what it looks like, until
 * it has its foreground to itself again. So the common foreground is parted by who moves.
 */
final class Holding {

  /** So much in common, of the smaller one, is having to do with each other. */
  private static final double GOOD_PART = 0.3;

  /** Seen by itself for so long it is known. */
  private static final double KNOWN_S = 0.33;

  private static final double CAME = 0.5;
  private static final double STANDS_S = 0.8;

  /** So slow, in its sizes a second, vehicles come close to each other. */
  private static final double SLOW = 1.2;

  /** Foreground that is its own again looks so much like it. */
  private static final double OWN = 0.5;

  /** Less foreground than that where it stood, and it is gone. */
  private static final double COVERED = 0.15;

  private final Sight sight;
  private final Perspective perspective;
  private final Tempo tempo;
  private boolean queue;

  Holding(Sight sight, Perspective perspective, Tempo tempo) {
    this.sight = sight;
    this.perspective = perspective;
    this.tempo = tempo;
  }

  /** Where somebody is taken to be now. */
  private record Place(Track track, Box box) {}

  /** Follows who is held, lets go and takes hold. To be called before others are followed. */
  void see(List<Track> tracks, List<Blob> blobs, Foreground foreground, double atS) {
    List<Track> held =
        tracks.stream()
            .filter(Track::isHeld)
            .sorted(Comparator.comparingDouble((Track t) -> t.box().bottom()).reversed())
            .toList();
    List<Track> unseen =
        held.stream().filter(track -> !follow(track, held, foreground, atS)).toList();
    List<Place> places =
        tracks.stream().map(t -> new Place(t, t.isHeld() ? t.box() : t.expected(atS))).toList();
    queue = tracks.stream().anyMatch(this::isQueuing);
    for (Place place : places) {
      Track track = place.track();
      List<Blob> near = blobs.stream().filter(b -> meet(place.box(), b.box())).toList();
      if (track.isHeld()) {
        own(track, near, places).ifPresent(blob -> letGo(track, blob, unseen.contains(track)));
      } else if (queue && isKnown(track)) {
        boolean shared = near.stream().anyMatch(b -> isShared(track, b, places));
        if ((shared || track.standsS() > STANDS_S) && isSeen(place, tracks)) {
          track.hold(atS);
        }
      }
    }
    sight.keep(
        tracks.stream().filter(Track::isHeld).map(Track::number).collect(Collectors.toSet()));
  }

  /** Whether anybody stands or creeps in a queue in this picture. */
  boolean isQueue() {
    return queue;
  }

  private boolean isQueuing(Track track) {
    return track.isHeld() || (isKnown(track) && track.standsS() > STANDS_S && isNoWalker(track));
  }

  /** In a jam longer than the picture nobody is faster than people walk; but wider than these. */
  private boolean isNoWalker(Track track) {
    return track.rode(perspective) || (track.looksOne() && perspective.isWide(track.box()));
  }

  private boolean isSeen(Place place, List<Track> tracks) {
    return sight
        .shift(place.track().number(), place.box(), hiders(place.track(), tracks), new Point(0, 0))
        .isPresent();
  }

  /** Whether it was seen itself. */
  private boolean follow(Track track, List<Track> held, Foreground foreground, double atS) {
    Box box = track.box();
    Box expected = track.expected(atS);
    boolean stands = track.standsS() > STANDS_S;
    Point ahead =
        stands ? new Point(0, 0) : new Point(expected.x() - box.x(), expected.y() - box.y());
    Optional<Point> shift = sight.shift(track.number(), box, hiders(track, held), ahead);
    boolean there = covered(box, foreground) > COVERED;
    if (shift.isPresent() && there) {
      track.sawItself(perspective.moved(box, shift.get(), foreground), atS);
    } else if (stands && there) {
      track.sawItself(box, atS);
    } else {
      track.missed(atS);
    }
    return shift.isPresent();
  }

  /** Boxes of those that stand nearer to the camera. */
  private static List<Box> hiders(Track track, Collection<Track> all) {
    return all.stream()
        .filter(other -> other != track && other.isHeld())
        .map(Track::box)
        .filter(box -> box.bottom() > track.box().bottom())
        .toList();
  }

  private static boolean meet(Box track, Box blob) {
    return track.overlap(blob) > GOOD_PART * Math.min(track.area(), blob.area());
  }

  private boolean isKnown(Track track) {
    return track.seenAlone() >= tempo.pictures(KNOWN_S, 3, 8) && track.came(CAME);
  }

  private static boolean isSlow(Track track) {
    Box box = track.box();
    return track.standsS() > STANDS_S
        || Math.hypot(track.speedX(), track.speedY()) < SLOW * Math.sqrt(box.area());
  }

  /** The foreground that nobody shares with it. */
  private static Optional<Blob> own(Track track, List<Blob> near, List<Place> places) {
    return Optional.of(near)
        .filter(blobs -> blobs.size() == 1)
        .map(blobs -> blobs.get(0))
        .filter(blob -> track.box().likeness(blob.box()) > OWN)
        .filter(blob -> others(track, blob, places).isEmpty());
  }

  /** By its own foreground it is known better; and who cannot be seen otherwise is let go. */
  private static void letGo(Track track, Blob own, boolean unseen) {
    if (unseen) {
      track.release();
    } else if (track.standsS() < STANDS_S) {
      track.sawOwn(own.box());
    }
  }

  private static List<Track> others(Track track, Blob blob, List<Place> places) {
    return places.stream()
        .filter(other -> other.track() != track && other.track().seen() > 2)
        .filter(other -> meet(other.box(), blob.box()))
        .map(Place::track)
        .toList();
  }

  private boolean isShared(Track track, Blob blob, List<Place> places) {
    return others(track, blob, places).stream()
        .filter(other -> other.isHeld() || isKnown(other))
        .anyMatch(other -> isSlow(other) || isSlow(track));
  }

  private static double covered(Box box, Foreground foreground) {
    return count(box, foreground) / Math.max(1, box.area());
  }

  private static double count(Box box, Foreground foreground) {
    int count = 0;
    for (int y = (int) box.y(); y < box.bottom(); y++) {
      for (int x = (int) box.x(); x < box.right(); x++) {
        count += foreground.at(x, y) ? 1 : 0;
      }
    }
    return count;
  }
}
