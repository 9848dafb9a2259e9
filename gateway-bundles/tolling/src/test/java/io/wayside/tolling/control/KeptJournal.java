// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

import io.wayside.core.journal.Journal;
import io.wayside.core.journal.JournalException;
import io.wayside.core.journal.Outbox;
import io.wayside.core.record.BlobRef;
import io.wayside.core.record.Draft;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.RecordId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A journal in memory that outlives a lane; it takes records at once, later, or not at all. */
public final class KeptJournal implements Journal {

  private record Late(Draft draft, CompletableFuture<RecordId> future) {}

  private final Map<String, List<JournalRecord>> streams = new TreeMap<>();
  private final ArrayDeque<Late> late = new ArrayDeque<>();
  private @Nullable JournalException failure;
  private boolean slow;
  private long unreadable;

  public synchronized void failing(@Nullable JournalException now) {
    failure = now;
  }

  /** The record of that number cannot be read now; none with 0. */
  public synchronized void unreadable(long number) {
    unreadable = number;
  }

  /** Records become durable only when {@link #sync} is called. */
  public synchronized void slow() {
    slow = true;
  }

  public void sync() {
    List<Late> now;
    synchronized (this) {
      now = List.copyOf(late);
      late.clear();
    }
    now.forEach(each -> each.future().complete(keep(each.draft())));
  }

  /** The power goes: what was not durable is gone. */
  public synchronized void powerCut() {
    late.clear();
  }

  public synchronized void swift() {
    slow = false;
  }

  @Override
  public CompletableFuture<RecordId> append(Draft draft) {
    synchronized (this) {
      if (failure != null) {
        return CompletableFuture.failedFuture(failure);
      }
      if (slow) {
        CompletableFuture<RecordId> future = new CompletableFuture<>();
        late.add(new Late(draft, future));
        return future;
      }
    }
    return CompletableFuture.completedFuture(keep(draft));
  }

  private synchronized RecordId keep(Draft draft) {
    List<JournalRecord> stream = streams.computeIfAbsent(draft.stream(), s -> new ArrayList<>());
    RecordId id = new RecordId("gate-7", draft.stream(), stream.size() + 1);
    stream.add(
        new JournalRecord(
            id,
            draft.kind(),
            draft.importance(),
            draft.occurred(),
            draft.provenance(),
            draft.body(),
            draft.blobs().stream()
                .map(b -> new BlobRef(b.name(), b.mediaType(), "0".repeat(64), b.content().length))
                .toList(),
            "%064x".formatted(id.sequence() - 1),
            "%064x".formatted(id.sequence())));
    return id;
  }

  @Override
  public RecordId appendDurably(Draft draft) {
    throw new AssertionError("a lane never waits for the journal");
  }

  @Override
  public synchronized Optional<JournalRecord> read(RecordId id) throws JournalException {
    if (id.sequence() == unreadable) {
      throw new JournalException.Unavailable("a page is garbled");
    }
    List<JournalRecord> stream = streams.getOrDefault(id.stream(), List.of());
    return id.sequence() > stream.size()
        ? Optional.empty()
        : Optional.of(stream.get((int) id.sequence() - 1)).filter(r -> r.id().equals(id));
  }

  @Override
  public synchronized List<JournalRecord> last(String stream, int most) throws JournalException {
    if (failure instanceof JournalException.Unavailable) {
      throw failure;
    }
    List<JournalRecord> all = all(stream);
    return all.subList(Math.max(0, all.size() - most), all.size());
  }

  public synchronized List<JournalRecord> all(String stream) {
    return List.copyOf(streams.getOrDefault(stream, List.of()));
  }

  @Override
  public Outbox outbox(String destination) {
    throw new AssertionError("a lane has no outbox");
  }
}
