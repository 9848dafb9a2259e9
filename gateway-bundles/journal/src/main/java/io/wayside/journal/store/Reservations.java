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
 * the heads up to date now and then. Used by the writer's and the upkeep's thread.
 */
final class Reservations {

  /** So many numbers are reserved at once; as many may be skipped when the database is lost. */
  static final long BLOCK = 4096;

  private final HeadsFile file;
  private final String gateway;
  private final Map<String, Long> ceilings = new HashMap<>();
  private long writtenBatch = -1;

  Reservations(
      HeadsFile file,
      String gateway,
      Optional<HeadsFile.Content> known,
      Map<String, StreamState> streams) {
    this.file = file;
    this.gateway = gateway;
    streams.forEach((name, stream) -> ceilings.put(name, stream.head()));
    known.ifPresent(
        content ->
            content
                .heads()
                .forEach((name, head) -> ceilings.merge(name, head.ceiling(), Math::max)));
  }

  /** Whether all these numbers are reserved already. */
  synchronized boolean cover(Map<String, Long> headsAfter) {
    return headsAfter.entrySet().stream()
        .allMatch(head -> head.getValue() <= ceilings.getOrDefault(head.getKey(), 0L));
  }

  /** Returns once all these numbers are reserved on stable storage. */
  synchronized void reserve(Map<String, Long> headsAfter, Ledger ledger) throws IOException {
    Map<String, Long> raised = new HashMap<>();
    headsAfter.forEach(
        (stream, head) -> {
          if (head > ceilings.getOrDefault(stream, 0L)) {
            raised.put(stream, head + BLOCK);
          }
        });
    if (!raised.isEmpty()) {
      Map<String, Long> after = new HashMap<>(ceilings);
      after.putAll(raised);
      write(after, ledger);
      ceilings.putAll(raised);
    }
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
