// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which tracks ride on together as parts of one vehicle would, and for how many pictures: one
 * picture may deceive, a way does not.
 */
final class Companions {

  private final OneBody body;
  private Map<Pair, Integer> pictures = new HashMap<>();

  /** Two tracks, by their numbers. */
  private record Pair(long first, long second) {}

  /**
   * A vehicle, and what belongs to it.
   *
   * @param image whether that is its mirror image, not a part
   */
  record Found(Track whole, Track part, boolean image) {}

  Companions(OneBody body) {
    this.body = body;
  }

  /** Pairs that have now ridden together for so many pictures. */
  List<Found> see(List<Track> tracks, int enough) {
    Map<Pair, Integer> now = new HashMap<>();
    List<Found> found = new ArrayList<>();
    for (int i = 0; i < tracks.size(); i++) {
      for (int j = i + 1; j < tracks.size(); j++) {
        Track a = tracks.get(i);
        Track b = tracks.get(j);
        if (a.wasHeld() && b.wasHeld()) {
          continue; // they stood behind each other, each known by itself
        }
        Pair pair = new Pair(a.number(), b.number());
        int before = pictures.getOrDefault(pair, 0);
        int together = a.isAmongOthers() || b.isAmongOthers() ? before : next(before, a, b);
        if (together >= enough) {
          found.add(found(a, b));
        }
        now.put(pair, together);
      }
    }
    pictures = now;
    return found;
  }

  private int next(int before, Track a, Track b) {
    return body.ride(a, b) || body.mirrors(a, b) || body.mirrors(b, a) ? before + 1 : 0;
  }

  private Found found(Track a, Track b) {
    if (!body.ride(a, b)) {
      return body.mirrors(a, b) ? new Found(b, a, true) : new Found(a, b, true);
    }
    return a.seenAlone() >= b.seenAlone() ? new Found(a, b, false) : new Found(b, a, false);
  }
}
