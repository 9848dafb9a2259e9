// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.outbox;

import io.wayside.core.record.Importance;
import io.wayside.journal.outbox.Ranges.Range;

/** A part of a stream that is handed out in sequence. */
record Lane(Cursor cursor, Part part) {

  /** Which records of the stream. */
  enum Part {
    WHOLE,
    OLD,
    FRESH
  }

  String stream() {
    return cursor.stream();
  }

  Importance importance() {
    return cursor.importance();
  }

  boolean hasMore() {
    return switch (part) {
      case WHOLE -> cursor.hasMore();
      case OLD -> cursor.hasOld();
      case FRESH -> cursor.hasFresh();
    };
  }

  Range take(int max) {
    return switch (part) {
      case WHOLE -> cursor.take(max);
      case OLD -> cursor.takeOld(max);
      case FRESH -> cursor.takeFresh(max);
    };
  }
}
