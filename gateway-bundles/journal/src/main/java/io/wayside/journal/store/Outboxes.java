// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** All open outboxes, as the writer sees them. */
final class Outboxes {

  /** What the writer took to keep, by outbox, so that it can be put back. */
  record Changes(List<CursorRow> rows, List<Runnable> putBack, List<Runnable> confirm) {
    /** They are on stable storage. */
    void kept() {
      confirm.forEach(Runnable::run);
    }

    void undo() {
      putBack.forEach(Runnable::run);
    }
  }

  private final List<StoredOutbox> open = new CopyOnWriteArrayList<>();

  void add(StoredOutbox outbox) {
    open.add(outbox);
  }

  /** It holds nothing any more, and nothing more is kept of it. */
  void remove(StoredOutbox outbox) {
    open.remove(outbox);
  }

  List<StoredOutbox> all() {
    return open;
  }

  /** The cursors that changed since the last time. */
  Changes takeChanges() {
    List<CursorRow> rows = new ArrayList<>();
    List<Runnable> putBack = new ArrayList<>();
    List<Runnable> confirm = new ArrayList<>();
    for (StoredOutbox outbox : open) {
      var changed = outbox.state().takeChanged();
      changed.forEach(kept -> rows.add(CursorRow.of(outbox.number(), kept)));
      putBack.add(() -> outbox.state().putBack(changed));
      confirm.add(outbox.state()::keptTaken);
    }
    return new Changes(rows, putBack, confirm);
  }

  /** Tells every outbox of streams that moved. */
  void grew(Collection<StreamState> moved) {
    for (StoredOutbox outbox : open) {
      for (StreamState stream : moved) {
        outbox.state().grow(stream.name(), stream.importance(), stream.anchor(), stream.head());
      }
      outbox.wake();
    }
  }

  /** The number up to which every destination has everything of this stream; 0 without any. */
  long throughEverywhere(String stream) {
    return open.stream().mapToLong(o -> o.state().through(stream)).min().orElse(0);
  }
}
