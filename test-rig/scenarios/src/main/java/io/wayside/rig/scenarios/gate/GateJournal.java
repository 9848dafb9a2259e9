// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.gate;

import io.wayside.core.journal.Journal;
import io.wayside.core.journal.JournalException;
import io.wayside.core.journal.Outbox;
import io.wayside.core.record.Draft;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.RecordId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A journal in memory that outlives the gateway. It may say "not now", be slow, and at one record
 * take the gateway down: nothing that the gateway does after that is seen by anybody.
 */
final class GateJournal implements Journal {

  /** How it takes records. */
  enum Mood {
    AT_ONCE,
    LATE,
    NOT_NOW
  }

  private record Late(Draft draft, CompletableFuture<RecordId> future) {}

  private final List<JournalRecord> records = new ArrayList<>();
  private final ArrayDeque<Late> late = new ArrayDeque<>();
  private final long dieAt;
  private final boolean keptBefore;
  private Mood mood = Mood.AT_ONCE;
  private long appended;
  private boolean dead;

  /**
   * @param dieAt the record at which the gateway dies, from 1; 0: never
   * @param keptBefore whether that record is durable by then
   */
  GateJournal(long dieAt, boolean keptBefore) {
    this.dieAt = dieAt;
    this.keptBefore = keptBefore;
  }

  boolean isDead() {
    return dead;
  }

  /** The power goes; what was not durable is gone. */
  void die() {
    dead = true;
    late.clear();
  }

  /** The gateway is there again. */
  void revive() {
    dead = false;
  }

  long appended() {
    return appended;
  }

  void is(Mood now) {
    mood = now;
  }

  /** What was late is durable now. */
  void sync() {
    while (!late.isEmpty() && !dead) {
      Late next = late.remove();
      next.future().complete(keep(next.draft()));
    }
  }

  @Override
  public CompletableFuture<RecordId> append(Draft draft) {
    if (dead) {
      return new CompletableFuture<>();
    }
    if (mood == Mood.NOT_NOW) {
      return CompletableFuture.failedFuture(new JournalException.Busy("made by the rig"));
    }
    appended++;
    if (appended == dieAt) {
      if (keptBefore) {
        keep(draft);
      }
      die();
      return new CompletableFuture<>();
    }
    if (mood == Mood.LATE) {
      CompletableFuture<RecordId> future = new CompletableFuture<>();
      late.add(new Late(draft, future));
      return future;
    }
    return CompletableFuture.completedFuture(keep(draft));
  }

  private RecordId keep(Draft draft) {
    RecordId id = new RecordId("rig-1", draft.stream(), records.size() + 1);
    records.add(
        new JournalRecord(
            id,
            draft.kind(),
            draft.importance(),
            draft.occurred(),
            draft.provenance(),
            draft.body(),
            List.of(),
            "%064x".formatted(id.sequence() - 1),
            "%064x".formatted(id.sequence())));
    return id;
  }

  List<JournalRecord> all() {
    return List.copyOf(records);
  }

  @Override
  public List<JournalRecord> last(String stream, int most) {
    return List.copyOf(records.subList(Math.max(0, records.size() - most), records.size()));
  }

  @Override
  public Optional<JournalRecord> read(RecordId id) {
    return records.stream().filter(record -> record.id().equals(id)).findFirst();
  }

  @Override
  public RecordId appendDurably(Draft draft) {
    throw new IllegalStateException("a gate never waits for the journal");
  }

  @Override
  public Outbox outbox(String destination) {
    throw new IllegalStateException("a gate has no outbox");
  }
}
