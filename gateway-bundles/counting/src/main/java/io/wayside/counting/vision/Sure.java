// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Tracks get blobs that are known to be one vehicle each: every blob is the track's that is most
 * like it, and what was followed within it before was a part of it.
 *
 * @param parts tracks that turned out to be parts of others
 * @param others blobs of which nothing was followed yet
 */
record Sure(List<Track> parts, List<Blob> others) {

  /** So much of a part lies in the vehicle. */
  private static final double WITHIN = 0.5;

  private record Pair(Track track, Blob blob, double likeness) {}

  static Sure of(Group group, double atS) {
    List<Track> tracks = new ArrayList<>(group.tracks());
    List<Blob> blobs = new ArrayList<>(group.blobs());
    List<Pair> found = new ArrayList<>();
    for (Pair pair : mostAlikeFirst(group, atS)) {
      if (tracks.contains(pair.track()) && blobs.contains(pair.blob())) {
        tracks.remove(pair.track());
        blobs.remove(pair.blob());
        found.add(pair);
      }
    }
    List<Track> parts = new ArrayList<>();
    for (Track track : tracks) {
      Box box = track.expected(atS);
      found.stream()
          .filter(pair -> pair.blob().one())
          .filter(pair -> pair.blob().box().overlap(box) > WITHIN * box.area())
          .findFirst()
          .ifPresentOrElse(
              pair -> {
                pair.track().absorb(track);
                parts.add(track);
              },
              () -> track.missed(atS));
    }
    found.forEach(pair -> pair.track().sawAlone(pair.blob().box(), atS));
    return new Sure(parts, blobs);
  }

  private static List<Pair> mostAlikeFirst(Group group, double atS) {
    List<Pair> pairs = new ArrayList<>();
    for (Track track : group.tracks()) {
      Box box = track.expected(atS);
      for (Blob blob : group.blobs()) {
        if (box.overlap(blob.box()) > 0) {
          pairs.add(new Pair(track, blob, box.likeness(blob.box())));
        }
      }
    }
    pairs.sort(Comparator.comparingDouble(Pair::likeness).reversed());
    return pairs;
  }
}
