// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who rides beside another in one outline, when that has been seen of it for some time. Outlines
 * change from picture to picture, and in some nothing is hollow between two: each picture in which
 * it is counts twice, each other one takes half of that back.
 */
final class SideBySide {

  private static final int FOR = 2;

  /** Seen for so long, with nothing against it, they are two. */
  private static final double SEEN_S = 0.33;

  /** So much of the smaller one lies upon the other. */
  private static final double GOOD_PART = 0.3;

  private final Staggered staggered;
  private final Tempo tempo;
  private Map<Long, Integer> seen = new HashMap<>(); // by the number of a track

  SideBySide(Yardstick yardstick, Tempo tempo) {
    this.staggered = new Staggered(yardstick);
    this.tempo = tempo;
  }

  /** A track that turned out to be two: what is its own of it, and where the other is. */
  record Found(Track track, Box own, Box other) {}

  /**
   * What there is in a picture.
   *
   * @param blobs parted where they are two that are known as such
   * @param found who was taken for one until now
   */
  record Seen(List<Blob> blobs, List<Found> found) {}

  /** To be called before tracks are followed. */
  Seen of(List<Blob> blobs, List<Track> tracks, Foreground foreground, double atS) {
    Seen picture = new Seen(new ArrayList<>(), new ArrayList<>());
    Map<Long, Integer> now = new HashMap<>();
    for (Blob blob : blobs) {
      List<Track> there =
          tracks.stream().filter(track -> meet(track.expected(atS), blob.box())).toList();
      if (blob.one() || there.isEmpty() || there.stream().anyMatch(Track::isHeld)) {
        picture.blobs().add(blob);
      } else {
        look(blob, there, foreground, now, picture, atS);
      }
    }
    seen = now;
    return picture;
  }

  private void look(
      Blob blob,
      List<Track> there,
      Foreground foreground,
      Map<Long, Integer> now,
      Seen picture,
      double atS) {
    Track most = mostAlike(there, blob.box(), atS);
    Point motion = new Point(most.speedX(), most.speedY());
    Optional<List<Side>> sides =
        staggered.of(blob, foreground, motion).map(parts -> sides(parts, there, atS));
    if (sides.isPresent() && sides.get().stream().allMatch(Side::isKnown)) {
      sides.get().forEach(side -> picture.blobs().add(side.blob()));
      return;
    }
    picture.blobs().add(blob);
    Optional<Found> found = sides.flatMap(both -> found(most, both));
    int enough = FOR * tempo.pictures(SEEN_S, 3, 8);
    int after = seen.getOrDefault(most.number(), 0) + (found.isPresent() ? FOR : -1);
    now.merge(most.number(), Math.max(0, Math.min(after, enough)), Math::max);
    found.filter(one -> after >= enough).ifPresent(picture.found()::add);
  }

  /** A part, and who of those that are followed there it is most like. */
  private record Side(Blob part, List<Track> tracks) {

    boolean isKnown() {
      return tracks.stream().anyMatch(track -> track.kinship().isOfItsOwn());
    }

    Blob blob() {
      return new Blob(part.box(), part.area(), tracks.size() == 1);
    }
  }

  private static List<Side> sides(List<Blob> parts, List<Track> there, double atS) {
    Side left = new Side(parts.get(0), new ArrayList<>());
    Side right = new Side(parts.get(1), new ArrayList<>());
    for (Track track : there) {
      Box box = track.expected(atS);
      boolean isLeft = box.likeness(left.part().box()) >= box.likeness(right.part().box());
      (isLeft ? left : right).tracks().add(track);
    }
    return List.of(left, right);
  }

  /** All that is followed there is on one side, and somebody else on the other. */
  private static Optional<Found> found(Track track, List<Side> sides) {
    int own = sides.get(0).tracks().isEmpty() ? 1 : 0;
    Side other = sides.get(1 - own);
    return other.tracks().isEmpty()
        ? Optional.of(new Found(track, sides.get(own).part().box(), other.part().box()))
        : Optional.empty();
  }

  private static Track mostAlike(List<Track> there, Box box, double atS) {
    return there.stream()
        .max(Comparator.comparingDouble(track -> track.expected(atS).likeness(box)))
        .orElseThrow();
  }

  private static boolean meet(Box track, Box blob) {
    return track.overlap(blob) > GOOD_PART * Math.min(track.area(), blob.area());
  }
}
