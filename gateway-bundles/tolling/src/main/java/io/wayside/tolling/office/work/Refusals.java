// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.office.work;

import io.wayside.core.data.FieldsBuilder;
import io.wayside.core.data.Value;
import io.wayside.core.journal.JournalException;
import io.wayside.core.record.Draft;
import io.wayside.core.record.Importance;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.RecordKind;
import io.wayside.tolling.passage.Fields;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What the office refused and nobody has looked at yet, on record: it outlives a restart. Safe for
 * several threads.
 */
final class Refusals {

  static final RecordKind KIND = new RecordKind("toll-office", 1);

  private static final int MOST_READ = 2_000;
  private static final int MOST_SHOWN = 100;

  private final OfficeParts parts;
  private final Deque<Refusal> last = new ArrayDeque<>();
  private long count;

  Refusals(OfficeParts parts) {
    this.parts = parts;
  }

  /** What an earlier run left. */
  void read() throws JournalException {
    List<JournalRecord> records = parts.journal().last(parts.stream(), MOST_READ);
    synchronized (this) {
      forget();
      for (JournalRecord record : records) {
        Fields body = new Fields(record.body());
        if (body.text("what").filter("seen"::equals).isPresent()) {
          forget();
        } else {
          add(Refusal.from(body));
        }
      }
    }
  }

  private synchronized void forget() {
    last.clear();
    count = 0;
  }

  private synchronized void add(Refusal refusal) {
    count++;
    last.addLast(refusal);
    if (last.size() > MOST_SHOWN) {
      last.removeFirst();
    }
  }

  /** On record when this returns. */
  void refused(JournalRecord record, String reason) throws JournalException {
    Refusal refusal = Refusal.of(record, reason);
    write(
        Value.Fields.with("what", "refused")
            .and("office", parts.id())
            .and(
                "of",
                Value.Fields.with("stream", refusal.stream())
                    .and("number", refusal.number())
                    .and("hash", record.hash())
                    .and("kind", refusal.kind())
                    .build())
            .and("reason", reason));
    add(refusal);
  }

  /** A person has looked at all of them. */
  void seen(String actor, String reason) throws JournalException {
    write(
        Value.Fields.with("what", "seen")
            .and("office", parts.id())
            .and("count", count())
            .and("actor", actor)
            .and("reason", reason));
    forget();
  }

  private void write(FieldsBuilder body) throws JournalException {
    try {
      parts
          .journal()
          .appendDurably(
              new Draft(
                  parts.stream(),
                  KIND,
                  Importance.MONEY,
                  parts.time().now(),
                  parts.provenance().current(),
                  body.build()));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new JournalException.Unavailable("stopped while the journal was written", stopped);
    }
  }

  synchronized long count() {
    return count;
  }

  /** The newest last. */
  synchronized List<Refusal> shown() {
    return List.copyOf(last);
  }
}
