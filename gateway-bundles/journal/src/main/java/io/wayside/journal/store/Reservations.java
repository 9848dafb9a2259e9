// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import io.wayside.journal.record.Chain;
import io.wayside.journal.store.HeadsFile.Head;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps the heads file true: raises a stream's ceiling before a number above it is used, and brings
 * the heads up to date now and then. Used by the writer's and the upkeep's thread; who needs no new
 * numbers does not wait while the other writes.
 */
final class Reservations {

  /** So many numbers are reserved at once; as many may be skipped when the database is lost. */
  static final long BLOCK = 4096;

  private final HeadsFile file;
  private final String gateway;
  private volatile Map<String, Long> ceilings; // on stable storage; replaced whole
  private long writtenBatch = -1;

  Reservations(
      HeadsFile file,
      String gateway,
      Optional<HeadsFile.Content> known,
      Map<String, StreamState> streams) {
    this.file = file;
    this.gateway = gateway;
    Map<String, Long> begun = new HashMap<>();
    streams.forEach((name, stream) -> begun.put(name, stream.head()));
    known.ifPresent(
        content ->
            content.heads().forEach((name, head) -> begun.merge(name, head.ceiling(), Math::max)));
    this.ceilings = Map.copyOf(begun);
  }

  /** Whether all these numbers are reserved already. */
  boolean cover(Map<String, Long> headsAfter) {
    Map<String, Long> reserved = ceilings;
    return headsAfter.entrySet().stream()
        .allMatch(head -> head.getValue() <= reserved.getOrDefault(head.getKey(), 0L));
  }

  /** Returns once all these numbers are reserved on stable storage. */
  void reserve(Map<String, Long> headsAfter, Ledger ledger) throws IOException {
    if (!cover(headsAfter)) {
      raise(headsAfter, ledger);
    }
  }

  private synchronized void raise(Map<String, Long> headsAfter, Ledger ledger) throws IOException {
    Map<String, Long> raised = new HashMap<>(ceilings);
    headsAfter.forEach(
        (stream, head) -> {
          if (head > raised.getOrDefault(stream, 0L)) {
            raised.put(stream, head + BLOCK);
          }
        });
    write(raised, ledger);
    ceilings = Map.copyOf(raised);
  }

  /** Writes the heads when they changed. */
  synchronized void refresh(Ledger ledger) throws IOException {
    if (ledger.batch() != writtenBatch) {
      write(ceilings, ledger);
    }
  }

  private void write(Map<String, Long> withCeilings, Ledger ledger) throws IOException {
    long batch = ledger.batch();
    Map<String, Head> heads = new HashMap<>();
    Map<String, StreamState> streams = ledger.streams();
    withCeilings.forEach(
        (name, ceiling) -> {
          StreamState stream = streams.get(name);
          long head = stream == null ? 0 : stream.head();
          byte[] hash = stream == null ? Chain.origin() : stream.headHash();
          heads.put(name, new Head(head, Chain.hex(hash), Math.max(ceiling, head)));
        });
    file.write(gateway, batch, heads);
    writtenBatch = batch;
  }
}
