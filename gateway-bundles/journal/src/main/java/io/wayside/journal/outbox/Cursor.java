// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.outbox;

import io.wayside.core.record.Importance;
import io.wayside.journal.outbox.Ranges.Range;

/**
 * One destination's place in one stream: what it acknowledged and what it was handed.
 *
 * <p>A stream may be handed out in two lanes, each in sequence: what waited when the session began,
 * and what came since. When more than {@link #MOST_FRESH} of the new ones wait, they have become a
 * backlog themselves and only what comes after them is fresh.
 */
final class Cursor {

  static final long MOST_FRESH = 500;

  private final String stream;
  private final Ranges acknowledged;
  private Ranges handed; // all that was acknowledged, and what was handed out in this session
  private Importance importance;
  private long head;
  private long freshFrom;
  private boolean dirty;

  Cursor(String stream, Importance importance, Ranges acknowledged, long head) {
    this.stream = stream;
    this.importance = importance;
    this.acknowledged = acknowledged;
    this.handed = acknowledged.copy();
    this.head = head;
    this.freshFrom = head + 1;
  }

  String stream() {
    return stream;
  }

  Importance importance() {
    return importance;
  }

  Ranges acknowledged() {
    return acknowledged;
  }

  long head() {
    return head;
  }

  /** Whether new records of this stream may overtake old ones: money and evidence may not. */
  boolean mayOvertake() {
    return importance.compareTo(Importance.ENFORCEMENT) > 0;
  }

  /** The stream grew to {@code newHead}; returns how many records more are waiting. */
  long grow(long newHead, Importance streamImportance) {
    importance = streamImportance;
    long before = backlog();
    head = Math.max(head, newHead);
    return backlog() - before;
  }

  /** The destination has it, or it does not exist any more; returns how many fewer are waiting. */
  long settle(long first, long last) {
    long before = backlog();
    if (acknowledged.add(first, last) > 0) {
      dirty = true;
    }
    handed.add(first, last);
    return before - backlog();
  }

  /** These wait again though they were acknowledged; returns how many more are waiting. */
  long reopen(long first, long last) {
    long before = backlog();
    if (acknowledged.remove(first, last) > 0) {
      dirty = true;
    }
    handed.remove(first, last);
    return backlog() - before;
  }

  long backlog() {
    return acknowledged.missingUpTo(head);
  }

  /** All that waits, in sequence. */
  boolean hasMore() {
    return handed.firstMissingFrom(1) <= head;
  }

  /** What waited before {@link #freshFrom}. */
  boolean hasOld() {
    return handed.firstMissingFrom(1) < freshFrom;
  }

  boolean hasFresh() {
    long first = handed.firstMissingFrom(freshFrom);
    if (head - first >= MOST_FRESH) {
      freshFrom = head + 1;
      return false;
    }
    return first <= head;
  }

  /** Takes up to {@code max} numbers without a hole to hand out; only when there is more. */
  Range take(int max) {
    return take(1, head, max);
  }

  Range takeOld(int max) {
    return take(1, freshFrom - 1, max);
  }

  Range takeFresh(int max) {
    return take(freshFrom, head, max);
  }

  private Range take(long from, long to, int max) {
    long first = handed.firstMissingFrom(from);
    long last = handed.lastMissingFrom(first, Math.min(to, first + max - 1));
    handed.add(first, last);
    return new Range(first, last);
  }

  /** These could not be handed out: they are the next again. */
  void giveBack(long first, long last) {
    handed.remove(first, last);
    for (Range range : acknowledged.within(first, last)) {
      handed.add(range.first(), range.last());
    }
  }

  void rewind() {
    handed = acknowledged.copy();
    freshFrom = head + 1;
  }

  boolean takeDirty() {
    boolean was = dirty;
    dirty = false;
    return was;
  }

  void markDirty() {
    dirty = true;
  }
}
