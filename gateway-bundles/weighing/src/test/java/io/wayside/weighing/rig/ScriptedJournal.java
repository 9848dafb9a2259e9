// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.rig;

import io.wayside.core.journal.Journal;
import io.wayside.core.journal.JournalException;
import io.wayside.core.journal.Outbox;
import io.wayside.core.record.Draft;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.RecordId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** A journal that accepts, refuses or keeps one waiting as a test tells it. */
public final class ScriptedJournal implements Journal {

  private final List<Draft> accepted = new ArrayList<>();
  private final List<CompletableFuture<RecordId>> pending = new ArrayList<>();
  private Function<Draft, Optional<JournalException>> answer = draft -> Optional.empty();
  private boolean slow;
  private int asked;

  public void failing(JournalException failure) {
    answer = draft -> Optional.of(failure);
  }

  public void failing(Function<Draft, Optional<JournalException>> chosen) {
    answer = chosen;
  }

  public void accepting() {
    answer = draft -> Optional.empty();
    slow = false;
  }

  /** Futures complete only when {@link #settle} is called. */
  public void slow() {
    slow = true;
  }

  public void settle() {
    List<CompletableFuture<RecordId>> now = List.copyOf(pending);
    pending.clear();
    now.forEach(future -> future.complete(new RecordId("gw", "s", Math.max(1, accepted.size()))));
  }

  public int asked() {
    return asked;
  }

  public List<Draft> accepted() {
    return List.copyOf(accepted);
  }

  public List<Draft> accepted(String kind) {
    return accepted.stream().filter(draft -> draft.kind().toString().equals(kind)).toList();
  }

  @Override
  public CompletableFuture<RecordId> append(Draft draft) {
    asked++;
    Optional<JournalException> failure = answer.apply(draft);
    if (failure.isPresent()) {
      return CompletableFuture.failedFuture(failure.get());
    }
    accepted.add(draft);
    if (slow) {
      CompletableFuture<RecordId> future = new CompletableFuture<>();
      pending.add(future);
      return future;
    }
    long sequence = accepted.stream().filter(d -> d.stream().equals(draft.stream())).count();
    return CompletableFuture.completedFuture(new RecordId("gw", draft.stream(), sequence));
  }

  @Override
  public RecordId appendDurably(Draft draft) {
    throw new AssertionError("a station never waits for the journal");
  }

  @Override
  public Optional<JournalRecord> read(RecordId id) {
    return Optional.empty();
  }

  @Override
  public List<JournalRecord> last(String stream, int most) {
    List<JournalRecord> kept = new ArrayList<>();
    for (Draft draft : accepted) {
      if (draft.stream().equals(stream)) {
        kept.add(
            new JournalRecord(
                new RecordId("gw", stream, kept.size() + 1),
                draft.kind(),
                draft.importance(),
                draft.occurred(),
                draft.provenance(),
                draft.body(),
                List.of(),
                "",
                ""));
      }
    }
    return kept.subList(Math.max(0, kept.size() - most), kept.size());
  }

  @Override
  public Outbox outbox(String destination) {
    throw new AssertionError("a station has no outbox");
  }
}
