// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.outbox;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Shares what is handed out between new records and a backlog, so that the live picture does not
 * wait behind a week without a link. Within each of the two {@link Turns} decides.
 */
final class Sharing {

  private final Turns oldTurns = new Turns();
  private final Turns freshTurns = new Turns();
  private int fresh;
  private int of = 1;
  private long owed; // to the fresh, in parts of which a record has `of`

  /** Of {@code of} records {@code fresh} are new ones while both wait; 0: strictly in sequence. */
  void share(int freshShare, int ofAll) {
    if (freshShare < 0 || ofAll < 1 || freshShare > ofAll) {
      throw new IllegalArgumentException(
          "a share of " + freshShare + " in " + ofAll + " is not between none and all");
    }
    fresh = freshShare;
    of = ofAll;
    owed = 0;
  }

  List<Turns.Portion> take(Collection<Cursor> cursors, int max) {
    List<Lane> old = new ArrayList<>();
    List<Lane> live = new ArrayList<>();
    for (Cursor cursor : cursors) {
      if (fresh == 0 || !cursor.mayOvertake()) {
        old.add(new Lane(cursor, Lane.Part.WHOLE));
      } else {
        Lane freshLane = new Lane(cursor, Lane.Part.FRESH);
        if (freshLane.hasMore()) {
          live.add(freshLane);
        }
        old.add(new Lane(cursor, Lane.Part.OLD));
      }
    }
    if (live.isEmpty() || max <= 0) {
      return oldTurns.take(old, max);
    }
    owed = Math.min(owed + (long) max * fresh, (long) max * of);
    List<Turns.Portion> taken =
        new ArrayList<>(freshTurns.take(live, (int) Math.min(max, owed / of)));
    long freshTaken = size(taken);
    taken.addAll(oldTurns.take(old, max - (int) freshTaken));
    int left = max - (int) size(taken);
    if (left > 0) {
      List<Turns.Portion> more = freshTurns.take(live, left);
      taken.addAll(more);
      owed = 0; // there is no backlog that would be owed anything
    } else {
      owed -= freshTaken * of;
    }
    return taken;
  }

  /** Only one of the two, of every stream. */
  List<Turns.Portion> takeOnly(Lane.Part part, Collection<Cursor> cursors, int max) {
    List<Lane> lanes = cursors.stream().map(cursor -> new Lane(cursor, part)).toList();
    return (part == Lane.Part.FRESH ? freshTurns : oldTurns).take(lanes, max);
  }

  private static long size(List<Turns.Portion> portions) {
    return portions.stream().mapToLong(p -> p.range().size()).sum();
  }
}
