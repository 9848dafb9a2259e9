// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.parking;

import io.wayside.core.journal.Journal;
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
 * A journal in memory that outlives the gateway, and at one record takes it down: nothing that the
 * gateway does after that is seen by anybody.
 */
public final class DyingJournal implements Journal {

  private final Map<String, List<JournalRecord>> streams = new TreeMap<>();
  private final long dieAt;
  private final boolean keptBefore;
  private final boolean faultOnly;
  private long appended;
  private boolean dead;
  private boolean fault;

  /**
   * @param dieAt the record at which the gateway dies, from 1; 0: never
   * @param keptBefore whether that record is durable by then
   */
  public DyingJournal(long dieAt, boolean keptBefore) {
    this(dieAt, keptBefore, false);
  }

  private DyingJournal(long dieAt, boolean keptBefore, boolean faultOnly) {
    this.dieAt = dieAt;
    this.keptBefore = keptBefore;
    this.faultOnly = faultOnly;
  }

  /** One record, from 1, after which what wrote it begins anew, and the rest goes on. */
  static DyingJournal faultingAt(long record) {
    return new DyingJournal(record, true, true);
  }

  /** Whether it is time for a fault; once. */
  boolean takeFault() {
    boolean was = fault;
    fault = false;
    return was;
  }

  public boolean isDead() {
    return dead;
  }

  /** The gateway is there again. */
  public void revive() {
    dead = false;
  }

  public long appended() {
    return appended;
  }

  @Override
  public CompletableFuture<RecordId> append(Draft draft) {
    if (dead) {
      return new CompletableFuture<>();
    }
    appended++;
    fault |= faultOnly && appended == dieAt;
    dead = !faultOnly && appended == dieAt;
    if (!dead) {
      return CompletableFuture.completedFuture(keep(draft));
    }
    if (keptBefore) {
      keep(draft);
    }
    return new CompletableFuture<>();
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

  public List<JournalRecord> all(String stream) {
    return List.copyOf(streams.getOrDefault(stream, List.of()));
  }

  @Override
  public List<JournalRecord> last(String stream, int most) {
    List<JournalRecord> all = all(stream);
    return all.subList(Math.max(0, all.size() - most), all.size());
  }

  @Override
  public Optional<JournalRecord> read(RecordId id) {
    return all(id.stream()).stream().filter(record -> record.id().equals(id)).findFirst();
  }

  @Override
  public RecordId appendDurably(Draft draft) {
    throw new IllegalStateException("a lane never waits for the journal");
  }

  @Override
  public Outbox outbox(String destination) {
    throw new IllegalStateException("a lane has no outbox");
  }
}
