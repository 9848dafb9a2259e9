// SPDX-License-Identifier: Apache-2.0
package io.wayside.runtime.run;

import io.wayside.core.data.Value;
import io.wayside.core.journal.Journal;
import io.wayside.core.journal.JournalException;
import io.wayside.core.journal.Outbox;
import io.wayside.core.record.Draft;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.RecordId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** A journal in memory that fails when told to. */
public final class JournalDouble implements Journal {

  private final List<Draft> taken = new CopyOnWriteArrayList<>();
  private final Deque<JournalException> failures = new ArrayDeque<>();

  /** The next draft meets this. */
  public void fail(JournalException failure) {
    failures.add(failure);
  }

  public List<Draft> taken() {
    return taken;
  }

  List<String> names() {
    return taken.stream().map(draft -> ((Value.Text) draft.body().get("name")).value()).toList();
  }

  @Override
  public CompletableFuture<RecordId> append(Draft draft) {
    throw new UnsupportedOperationException("the runtime waits for its records");
  }

  @Override
  public RecordId appendDurably(Draft draft) throws JournalException {
    if (!failures.isEmpty()) {
      throw failures.remove();
    }
    taken.add(draft);
    return new RecordId("box-1", draft.stream(), taken.size());
  }

  @Override
  public Optional<JournalRecord> read(RecordId id) {
    return Optional.empty();
  }

  @Override
  public List<JournalRecord> last(String stream, int most) throws JournalException {
    if (!failures.isEmpty()) {
      throw failures.remove();
    }
    List<JournalRecord> all = new ArrayList<>();
    for (Draft draft : taken) {
      if (draft.stream().equals(stream)) {
        all.add(record(draft, all.size() + 1));
      }
    }
    return all.subList(Math.max(0, all.size() - most), all.size());
  }

  private static JournalRecord record(Draft draft, long sequence) {
    return new JournalRecord(
        new RecordId("box-1", draft.stream(), sequence),
        draft.kind(),
        draft.importance(),
        draft.occurred(),
        draft.provenance(),
        draft.body(),
        List.of(),
        "0".repeat(64),
        "1".repeat(64));
  }

  @Override
  public Outbox outbox(String destination) {
    throw new UnsupportedOperationException("the runtime delivers nothing");
  }
}
