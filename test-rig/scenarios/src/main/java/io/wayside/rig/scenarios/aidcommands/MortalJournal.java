// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.aidcommands;

import io.wayside.core.journal.Journal;
import io.wayside.core.journal.JournalException;
import io.wayside.core.journal.Outbox;
import io.wayside.core.record.Draft;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.RecordId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/**
 * A journal whose stable storage outlives the gateway. What was handed in and is not yet synced
 * when the gateway dies is lost; what was asked for durably may be there or not.
 */
final class MortalJournal implements Journal {

  private record Unsynced(Draft draft, CompletableFuture<RecordId> accepted) {}

  private final Map<String, List<JournalRecord>> streams = new TreeMap<>();
  private final List<Unsynced> unsynced = new ArrayList<>();
  private final Fate fate;
  private boolean full;

  MortalJournal(Fate fate) {
    this.fate = fate;
  }

  void full(boolean is) {
    full = is;
  }

  /** All that was handed in; what is acknowledged may have the next handed in at once. */
  void sync() {
    while (!unsynced.isEmpty()) {
      Unsynced next = unsynced.remove(0);
      next.accepted().complete(keep(next.draft()));
    }
  }

  /** The gateway died. */
  void lose() {
    unsynced.clear();
  }

  @Override
  public CompletableFuture<RecordId> append(Draft draft) {
    if (full) {
      return CompletableFuture.failedFuture(new JournalException.Busy("the rig is busy; wait"));
    }
    CompletableFuture<RecordId> accepted = new CompletableFuture<>();
    unsynced.add(new Unsynced(draft, accepted));
    return accepted;
  }

  @Override
  public RecordId appendDurably(Draft draft) throws JournalException {
    if (full) {
      throw new JournalException.Full("the rig has no space; wait");
    }
    fate.instant();
    sync();
    RecordId id = keep(draft);
    fate.instant();
    return id;
  }

  private RecordId keep(Draft draft) {
    List<JournalRecord> stream = streams.computeIfAbsent(draft.stream(), s -> new ArrayList<>());
    RecordId id = new RecordId("rig-1", draft.stream(), stream.size() + 1);
    stream.add(
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

  List<JournalRecord> all(String stream) {
    return List.copyOf(streams.getOrDefault(stream, List.of()));
  }

  @Override
  public List<JournalRecord> last(String stream, int most) {
    List<JournalRecord> all = streams.getOrDefault(stream, List.of());
    return List.copyOf(all.subList(Math.max(0, all.size() - most), all.size()));
  }

  @Override
  public Optional<JournalRecord> read(RecordId id) {
    return all(id.stream()).stream().filter(record -> record.id().equals(id)).findFirst();
  }

  @Override
  public Outbox outbox(String destination) {
    throw new IllegalStateException("there is no centre here");
  }
}
