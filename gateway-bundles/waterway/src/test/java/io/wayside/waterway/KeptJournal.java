// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway;

import io.wayside.core.journal.Journal;
import io.wayside.core.journal.JournalException;
import io.wayside.core.journal.Outbox;
import io.wayside.core.record.Draft;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.RecordId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** A journal that keeps drafts, or does not take them. */
final class KeptJournal implements Journal {

  final List<Draft> drafts = new CopyOnWriteArrayList<>();
  final AtomicInteger looks = new AtomicInteger();
  volatile boolean busy;
  volatile boolean unreadable;

  List<Draft> kept(String kind) {
    return drafts.stream().filter(d -> d.kind().name().equals(kind)).toList();
  }

  @Override
  public CompletableFuture<RecordId> append(Draft draft) {
    if (busy) {
      return CompletableFuture.failedFuture(new JournalException.Busy("the queue is full"));
    }
    drafts.add(draft);
    return CompletableFuture.completedFuture(new RecordId("g", draft.stream(), drafts.size()));
  }

  @Override
  public RecordId appendDurably(Draft draft) {
    return append(draft).join();
  }

  @Override
  public Optional<JournalRecord> read(RecordId id) {
    return Optional.empty();
  }

  @Override
  public List<JournalRecord> last(String stream, int most) throws JournalException {
    looks.incrementAndGet();
    if (unreadable) {
      throw new JournalException.Busy("the disk does not answer");
    }
    List<Draft> own = drafts.stream().filter(draft -> draft.stream().equals(stream)).toList();
    return IntStream.range(Math.max(0, own.size() - most), own.size())
        .mapToObj(at -> record(own.get(at), at + 1L))
        .toList();
  }

  private static JournalRecord record(Draft draft, long sequence) {
    return new JournalRecord(
        new RecordId("g", draft.stream(), sequence),
        draft.kind(),
        draft.importance(),
        draft.occurred(),
        draft.provenance(),
        draft.body(),
        List.of(),
        "",
        "");
  }

  @Override
  public Outbox outbox(String destination) {
    throw new UnsupportedOperationException("a station reads no outbox");
  }
}
