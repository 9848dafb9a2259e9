// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.journal;

import io.wayside.core.record.Draft;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.RecordId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** A journal that takes, refuses or lets one wait, as the test says. */
final class ScriptedJournal implements Journal {

  private final List<Draft> accepted = new ArrayList<>();
  private final List<CompletableFuture<RecordId>> waiting = new ArrayList<>();
  private Function<Draft, Optional<JournalException>> answer = draft -> Optional.empty();
  private boolean slow;
  private int asked;

  void failing(JournalException failure) {
    failing(draft -> Optional.of(failure));
  }

  void failing(Function<Draft, Optional<JournalException>> chosen) {
    answer = chosen;
  }

  void accepting() {
    failing(draft -> Optional.empty());
  }

  /** What is accepted from now on is durable only when {@link #settle} is called. */
  void slow() {
    slow = true;
  }

  void settle() {
    List<CompletableFuture<RecordId>> now = List.copyOf(waiting);
    waiting.clear();
    now.forEach(future -> future.complete(new RecordId("gw", "s", accepted.size())));
  }

  int asked() {
    return asked;
  }

  List<Draft> accepted() {
    return List.copyOf(accepted);
  }

  @Override
  public CompletableFuture<RecordId> append(Draft draft) {
    asked++;
    Optional<JournalException> failure = answer.apply(draft);
    if (failure.isPresent()) {
      return CompletableFuture.failedFuture(failure.get());
    }
    accepted.add(draft);
    CompletableFuture<RecordId> kept = new CompletableFuture<>();
    waiting.add(kept);
    if (!slow) {
      settle();
    }
    return kept;
  }

  @Override
  public RecordId appendDurably(Draft draft) {
    throw new AssertionError("a backlog never waits for the journal");
  }

  @Override
  public Optional<JournalRecord> read(RecordId id) {
    throw new AssertionError("a backlog reads nothing");
  }

  @Override
  public List<JournalRecord> last(String stream, int most) {
    throw new AssertionError("a backlog reads nothing");
  }

  @Override
  public Outbox outbox(String destination) {
    throw new AssertionError("a backlog has no outbox");
  }
}
