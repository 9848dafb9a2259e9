// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

import java.util.Map;
import java.util.WeakHashMap;

/**
 * When a vehicle teaches what is usual in a place: as soon as it has come far, and again as it goes
 * on. It hangs on no line: what is known of a place is the same wherever somebody counts in it.
 */
final class Lessons {

  /** It has come from elsewhere by so many of its sizes, and goes as far for the next lesson. */
  private static final double FAR = 3;

  private final Map<Track, Box> taught = new WeakHashMap<>();

  /** Whether its way has something new to teach; it is taken to have been taught then. */
  boolean isDue(Track track) {
    Box last = taught.get(track);
    Box now = track.box();
    boolean due =
        last == null
            ? track.came(FAR)
            : now.centre().distance(last.centre()) > FAR * Math.sqrt(now.area());
    if (due) {
      taught.put(track, now);
    }
    return due;
  }
}
