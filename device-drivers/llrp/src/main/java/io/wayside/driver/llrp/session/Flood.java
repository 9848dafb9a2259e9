// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp.session;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Bounds what listeners hear of a reader that shouts. In each second the first so many sightings
 * pass; then a tag that was told at the same antenna within 100 ms waits, and its replies count
 * with its next sighting; beyond twice as many nothing passes. So a tag that is new is the last to
 * be lost.
 */
final class Flood {

  private static final long SECOND_NANOS = 1_000_000_000;
  private static final long AGAIN_NANOS = 100_000_000;
  private static final int MOST_TAGS = 1_024;

  /** Dropped, or else how many replies a sighting stands for. */
  static final int DROPPED = -1;

  static final int MERGED = 0;

  private record Key(String epc, int antenna) {}

  private static final class Told {
    private long at;
    private int waiting;
  }

  private final int mostPerS;
  private final Map<Key, Told> recent =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Told> eldest) {
          return size() > MOST_TAGS;
        }
      };
  private long second = Long.MIN_VALUE;
  private int passed;

  Flood(int mostPerS) {
    this.mostPerS = mostPerS;
  }

  /**
   * Judges a sighting.
   *
   * @return the number of replies to tell, or {@link #MERGED}, or {@link #DROPPED}
   */
  int admit(String epc, int antenna, int replies, long now) {
    if (second == Long.MIN_VALUE || now - second >= SECOND_NANOS) {
      second = now;
      passed = 0;
    }
    Key key = new Key(epc, antenna);
    Told told = recent.get(key);
    boolean again = told != null && now - told.at < AGAIN_NANOS;
    if (passed >= mostPerS && told != null && again) {
      told.waiting = Math.min(Integer.MAX_VALUE - replies, told.waiting + replies);
      return MERGED;
    }
    if (passed >= 2 * mostPerS) {
      return DROPPED;
    }
    passed++;
    if (told == null) {
      told = new Told();
      recent.put(key, told);
    }
    int all = replies + told.waiting;
    told.waiting = 0;
    told.at = now;
    return all;
  }

  void forget() {
    recent.clear();
  }
}
