// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.fleet;

import io.wayside.core.data.GarbledData;
import io.wayside.core.journal.Journal;
import io.wayside.core.journal.JournalException;
import io.wayside.core.journal.Outbox;
import io.wayside.core.record.Draft;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.RecordId;
import io.wayside.journal.outbox.OutboxState;
import io.wayside.journal.outbox.OutboxState.Portion;
import io.wayside.journal.record.Chain;
import io.wayside.journal.record.RecordCodec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A journal that forgets when the process ends: the journal's own cursors over the canonical bytes
 * of records in memory instead of a database, for one destination. Hundreds of databases on one
 * disk would measure the disk. Of a stream {@link #MOST_KEPT} records are kept; beyond that what
 * was acknowledged goes first, and a draft is refused when nothing was.
 */
final class MemoryJournal implements Journal {

  static final int MOST_KEPT = 20_000;

  private final String gateway;
  private final OutboxState cursors = new OutboxState();
  private final Map<String, KeptStream> streams = new HashMap<>();
  private final List<Runnable> sleepers = new CopyOnWriteArrayList<>();
  private final MemoryOutbox outbox = new MemoryOutbox();

  MemoryJournal(String gateway) {
    this.gateway = gateway;
  }

  @Override
  public CompletableFuture<RecordId> append(Draft draft) {
    try {
      return CompletableFuture.completedFuture(appendDurably(draft));
    } catch (JournalException full) {
      return CompletableFuture.failedFuture(full);
    }
  }

  @Override
  public RecordId appendDurably(Draft draft) throws JournalException {
    byte[] matter =
        RecordCodec.matter(
            draft.kind(),
            draft.importance(),
            draft.occurred(),
            draft.provenance(),
            draft.body(),
            List.of());
    RecordId id;
    synchronized (streams) {
      KeptStream stream = streams.computeIfAbsent(draft.stream(), name -> new KeptStream());
      if (stream.size() >= MOST_KEPT && !stream.forget(cursors.through(draft.stream()))) {
        throw new JournalException.Full(
            gateway + "/" + draft.stream() + ": " + MOST_KEPT + " records wait; reach the broker");
      }
      id = new RecordId(gateway, draft.stream(), stream.head() + 1);
      stream.add(
          RecordCodec.encode(
              RecordCodec.beginning(gateway, draft.stream()), id.sequence(), matter));
      cursors.grow(draft.stream(), draft.importance(), 0, id.sequence());
    }
    sleepers.forEach(Runnable::run);
    return id;
  }

  @Override
  public Optional<JournalRecord> read(RecordId id) throws JournalException {
    synchronized (streams) {
      KeptStream stream = streams.get(id.stream());
      return stream != null && stream.keeps(id.sequence()) && id.gateway().equals(gateway)
          ? Optional.of(record(stream, id.sequence()))
          : Optional.empty();
    }
  }

  @Override
  public List<JournalRecord> last(String name, int most) throws JournalException {
    List<JournalRecord> records = new ArrayList<>();
    synchronized (streams) {
      KeptStream stream = streams.get(name);
      if (stream != null) {
        long first = Math.max(stream.first(), stream.head() - most + 1);
        for (long n = first; n <= stream.head(); n++) {
          records.add(record(stream, n));
        }
      }
    }
    return records;
  }

  @Override
  public Outbox outbox(String destination) {
    return outbox;
  }

  private static JournalRecord record(KeptStream stream, long sequence) throws JournalException {
    KeptStream.Kept kept = stream.get(sequence);
    try {
      return RecordCodec.decode(kept.canonical())
          .chained(Chain.hex(kept.previousHash()), Chain.hex(kept.hash()));
    } catch (GarbledData damaged) {
      throw new JournalException.Unavailable(String.valueOf(damaged.getMessage()), damaged);
    }
  }

  /** What the one destination has not acknowledged. */
  private final class MemoryOutbox implements Outbox {

    @Override
    public List<JournalRecord> next(int max) throws JournalException {
      return read(cursors.take(max));
    }

    @Override
    public List<JournalRecord> nextFresh(int max) throws JournalException {
      return read(cursors.takeFresh(max));
    }

    @Override
    public List<JournalRecord> nextOld(int max) throws JournalException {
      return read(cursors.takeOld(max));
    }

    private List<JournalRecord> read(List<Portion> portions) throws JournalException {
      List<JournalRecord> records = new ArrayList<>();
      synchronized (streams) {
        for (Portion portion : portions) {
          KeptStream stream = streams.get(portion.stream());
          for (long n = portion.first(); stream != null && n <= portion.last(); n++) {
            records.add(record(stream, n));
          }
        }
      }
      return records;
    }

    @Override
    public void acknowledge(RecordId id) {
      if (id.gateway().equals(gateway)) {
        cursors.acknowledge(id.stream(), id.sequence());
      }
    }

    @Override
    public long unkept() {
      return 0; // memory is all the storage there is
    }

    @Override
    public void keepSoon() {}

    @Override
    public void rewind() {
      cursors.rewind();
    }

    @Override
    public Resend resend(String name, long first, long last) {
      if (first > last) {
        return new Resend(0, "", "");
      }
      long from;
      long to;
      synchronized (streams) {
        KeptStream stream = streams.get(name);
        from = Math.max(first, stream == null ? last + 1 : stream.first());
        to = Math.min(last, stream == null ? last : stream.head());
        if (from > to) {
          return new Resend(0, "", first + "-" + last);
        }
        cursors.reopen(name, from, to);
      }
      sleepers.forEach(Runnable::run);
      List<String> notKept = new ArrayList<>();
      if (first < from) {
        notKept.add(first + "-" + (from - 1));
      }
      if (to < last) {
        notKept.add((to + 1) + "-" + last);
      }
      return new Resend(to - from + 1, from + "-" + to, String.join(",", notKept));
    }

    @Override
    public void shareWithFresh(int fresh, int of) {
      cursors.shareWithFresh(fresh, of);
    }

    @Override
    public long backlog() {
      return cursors.backlog();
    }

    @Override
    public AutoCloseable onNew(Runnable wake) {
      sleepers.add(wake);
      return () -> sleepers.remove(wake);
    }
  }
}
