// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.outbox;

import io.wayside.core.record.Importance;
import io.wayside.journal.outbox.Ranges.Range;

/** One destination's place in one stream: what it acknowledged and what it was handed. */
final class Cursor {

  private final String stream;
  private final Ranges acknowledged;
  private Importance importance;
  private long head;
  private long toHand;
  private boolean dirty;

  Cursor(String stream, Importance importance, Ranges acknowledged, long head) {
    this.stream = stream;
    this.importance = importance;
    this.acknowledged = acknowledged;
    this.head = head;
    this.toHand = acknowledged.firstMissingFrom(1);
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
    return before - backlog();
  }

  long backlog() {
    return acknowledged.missingUpTo(head);
  }

  boolean hasMore() {
    toHand = acknowledged.firstMissingFrom(toHand);
    return toHand <= head;
  }

  /** Takes up to {@code max} numbers without a hole to hand out; only when there is more. */
  Range take(int max) {
    long first = toHand;
    long last = acknowledged.lastMissingFrom(first, Math.min(head, first + max - 1));
    toHand = last + 1;
    return new Range(first, last);
  }

  /** Gives back what could not be handed out: {@code number} is the next again. */
  void giveBackFrom(long number) {
    toHand = Math.min(toHand, number);
  }

  void rewind() {
    toHand = acknowledged.firstMissingFrom(1);
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
