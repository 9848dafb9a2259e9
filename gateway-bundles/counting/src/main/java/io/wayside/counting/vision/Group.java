// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

import java.util.ArrayList;
import java.util.List;

/**
 * Tracks and blobs that have to do with each other: each overlaps one of the others by a good part.
 */
record Group(List<Track> tracks, List<Blob> blobs) {

  private static final double GOOD_PART = 0.3;

  /** Every track is in one group; a blob that no track overlaps is in none. */
  static List<Group> of(List<Track> tracks, List<Blob> blobs, double atS) {
    List<Box> expected = tracks.stream().map(track -> track.expected(atS)).toList();
    boolean[] trackTaken = new boolean[tracks.size()];
    boolean[] blobTaken = new boolean[blobs.size()];
    List<Group> groups = new ArrayList<>();
    for (int i = 0; i < trackTaken.length; i++) {
      if (!trackTaken[i]) {
        Group group = new Group(new ArrayList<>(), new ArrayList<>());
        group.takeTrack(i, tracks, expected, blobs, trackTaken, blobTaken);
        groups.add(group);
      }
    }
    return groups;
  }

  private void takeTrack(
      int i,
      List<Track> all,
      List<Box> expected,
      List<Blob> allBlobs,
      boolean[] trackTaken,
      boolean[] blobTaken) {
    trackTaken[i] = true;
    tracks.add(all.get(i));
    for (int b = 0; b < blobTaken.length; b++) {
      if (!blobTaken[b] && meet(expected.get(i), allBlobs.get(b).box())) {
        blobTaken[b] = true;
        blobs.add(allBlobs.get(b));
        for (int t = 0; t < trackTaken.length; t++) {
          if (!trackTaken[t] && meet(expected.get(t), allBlobs.get(b).box())) {
            takeTrack(t, all, expected, allBlobs, trackTaken, blobTaken);
          }
        }
      }
    }
  }

  private static boolean meet(Box track, Box blob) {
    return track.overlap(blob) > GOOD_PART * Math.min(track.area(), blob.area());
  }
}
