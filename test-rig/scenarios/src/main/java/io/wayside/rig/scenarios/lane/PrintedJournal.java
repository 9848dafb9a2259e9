// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.lane;

import io.wayside.core.data.Value;
import io.wayside.core.journal.Journal;
import io.wayside.core.journal.Outbox;
import io.wayside.core.record.Draft;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.RecordId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Numbers records and prints them; nothing is kept, so nothing is charged by what is printed. */
final class PrintedJournal implements Journal {

  private final Consumer<Value.Fields> lines;
  private final Map<String, Long> numbers = new TreeMap<>();

  PrintedJournal(Consumer<Value.Fields> lines) {
    this.lines = lines;
  }

  @Override
  public CompletableFuture<RecordId> append(Draft draft) {
    return CompletableFuture.completedFuture(appendDurably(draft));
  }

  @Override
  public synchronized RecordId appendDurably(Draft draft) {
    long number = numbers.merge(draft.stream(), 1L, Long::sum);
    lines.accept(
        Value.Fields.with("record", draft.kind().toString())
            .and("stream", draft.stream())
            .and("number", number)
            .and("occurred", draft.occurred().wall().toString())
            .and("body", draft.body())
            .build());
    return new RecordId("bench", draft.stream(), number);
  }

  @Override
  public Optional<JournalRecord> read(RecordId id) {
    return Optional.empty();
  }

  @Override
  public List<JournalRecord> last(String stream, int most) {
    return List.of();
  }

  @Override
  public Outbox outbox(String destination) {
    throw new IllegalStateException("a bench has no " + destination);
  }
}
