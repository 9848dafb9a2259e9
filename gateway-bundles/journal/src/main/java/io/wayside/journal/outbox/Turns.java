// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.outbox;

import io.wayside.core.record.Importance;
import io.wayside.journal.outbox.Ranges.Range;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Decides which streams' records are handed out next.
 *
 * <p>The streams of the highest importance with anything to hand out come first, and streams of one
 * importance share evenly in turn. So that nothing starves, one record in {@link #SHARE} is kept
 * for the streams below; what they do not need goes to the higher ones.
 */
final class Turns {

  /** One in so many records is kept for less important streams. */
  static final int SHARE = 8;

  /** So many numbers of a portion of a stream. */
  record Portion(Lane lane, Range range) {}

  private int owedEighths;
  private int turn;

  /** Takes up to {@code max} numbers, the more important streams first. */
  List<Portion> take(Collection<Lane> lanes, int max) {
    List<Lane> waiting = new ArrayList<>(lanes.stream().filter(Lane::hasMore).toList());
    if (waiting.isEmpty() || max <= 0) {
      return List.of();
    }
    waiting.sort(Comparator.comparing(Lane::importance).thenComparing(Lane::stream));
    Importance top = waiting.get(0).importance();
    List<Lane> high = waiting.stream().filter(c -> c.importance() == top).toList();
    List<Lane> low = waiting.stream().filter(c -> c.importance() != top).toList();
    List<Portion> portions = new ArrayList<>();
    int forLow = low.isEmpty() ? 0 : share(max);
    int left = max - round(high, max - forLow, portions);
    int lowTaken = round(low, left, portions);
    round(high.stream().filter(Lane::hasMore).toList(), left - lowTaken, portions);
    if (!low.isEmpty()) {
      owedEighths = Math.max(0, owedEighths - SHARE * lowTaken);
    }
    turn++;
    portions.sort(Comparator.comparing(p -> p.lane().importance()));
    return portions;
  }

  /** Small portions add up: with {@code max} 1, every eighth call serves the lower streams. */
  private int share(int max) {
    owedEighths = Math.min(owedEighths + max, SHARE * max);
    return owedEighths / SHARE;
  }

  /** Lets the streams share {@code max} evenly, beginning with another one each time. */
  private int round(List<Lane> streams, int max, List<Portion> portions) {
    int taken = 0;
    List<Lane> open = new ArrayList<>(streams);
    while (taken < max && !open.isEmpty()) {
      int each = Math.max(1, (max - taken) / open.size());
      List<Lane> stillOpen = new ArrayList<>();
      for (int i = 0; i < open.size() && taken < max; i++) {
        Lane lane = open.get((i + turn) % open.size());
        Range range = lane.take(Math.min(each, max - taken));
        portions.add(new Portion(lane, range));
        taken += (int) range.size();
        if (lane.hasMore()) {
          stillOpen.add(lane);
        }
      }
      open = stillOpen;
    }
    return taken;
  }
}
