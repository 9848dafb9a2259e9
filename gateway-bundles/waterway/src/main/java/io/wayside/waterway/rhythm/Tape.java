// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.rhythm;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** What was lit and dark lately, without a gap; a gap begins a new tape. */
final class Tape {

  private static final int MOST = 600;

  private final Deque<Lasted> runs = new ArrayDeque<>();
  private boolean known;
  private boolean lit;
  private long sinceNanos; // of the run in progress
  private boolean sinceEdge; // whether its beginning was seen

  /** A level at a time: the run that ended with it, if one did. */
  Optional<Lasted> hear(boolean nowLit, long nanos) {
    if (!known) {
      known = true;
      lit = nowLit;
      sinceNanos = nanos;
      sinceEdge = false;
      return Optional.empty();
    }
    if (nowLit == lit || nanos - sinceNanos <= 0) {
      return Optional.empty();
    }
    Lasted ended = new Lasted(lit, sinceNanos, nanos, sinceEdge);
    runs.addLast(ended);
    if (runs.size() > MOST) {
      runs.removeFirst();
    }
    lit = nowLit;
    sinceNanos = nanos;
    sinceEdge = true;
    return Optional.of(ended);
  }

  /** What follows is not known. */
  void cut() {
    known = false;
    runs.clear();
  }

  /** The run in progress, up to now. */
  Optional<Lasted> current(long nanos) {
    return known
        ? Optional.of(new Lasted(lit, sinceNanos, Math.max(sinceNanos, nanos), sinceEdge))
        : Optional.empty();
  }

  /** What ended, oldest first. */
  List<Lasted> ended() {
    return new ArrayList<>(runs);
  }

  /** Since when nothing was missed. */
  long beganNanos() {
    return runs.isEmpty() ? sinceNanos : runs.getFirst().fromNanos();
  }
}
