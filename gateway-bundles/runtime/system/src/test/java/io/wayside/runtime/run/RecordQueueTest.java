// SPDX-License-Identifier: Apache-2.0
package io.wayside.runtime.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.Value;
import io.wayside.core.journal.JournalException;
import io.wayside.core.record.Draft;
import io.wayside.core.record.Importance;
import io.wayside.core.record.Provenance;
import io.wayside.core.record.RecordKind;
import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RecordQueueTest {

  private final RecordQueue queue = new RecordQueue();
  private final JournalDouble journal = new JournalDouble();

  @Test
  void records_reach_the_journal_in_order() throws InterruptedException {
    queue.add(draft("a", Importance.EVENT));
    queue.add(draft("b", Importance.TELEMETRY));

    assertThat(queue.drainTo(journal)).isEmpty();
    assertThat(journal.names()).containsExactly("a", "b");
    assertThat(queue.size()).isZero();
  }

  @Test
  void what_the_journal_does_not_take_now_stays_with_what_follows() throws InterruptedException {
    queue.add(draft("a", Importance.EVENT));
    queue.add(draft("b", Importance.EVENT));
    journal.fail(new JournalException.Busy("full"));

    assertThat(queue.drainTo(journal)).isPresent();
    assertThat(queue.size()).isEqualTo(2);
    assertThat(queue.drainTo(journal)).isEmpty();
    assertThat(journal.names()).containsExactly("a", "b");
    assertThat(queue.dropped()).isZero();
  }

  @Test
  void what_the_journal_will_never_take_is_dropped_and_counted() throws InterruptedException {
    queue.add(draft("a", Importance.EVENT));
    queue.add(draft("b", Importance.EVENT));
    journal.fail(new JournalException.Refused("too large"));

    assertThat(queue.drainTo(journal)).isEmpty();
    assertThat(journal.names()).containsExactly("b");
    assertThat(queue.dropped()).isEqualTo(1);
  }

  @Test
  void a_full_queue_drops_the_oldest_of_the_least_important() throws InterruptedException {
    queue.add(draft("alarm", Importance.ALARM));
    queue.add(draft("status-1", Importance.TELEMETRY));
    queue.add(draft("status-2", Importance.TELEMETRY));
    for (int i = 3; i < RecordQueue.LONGEST + 1; i++) {
      queue.add(draft("event-" + i, Importance.EVENT));
    }

    assertThat(queue.size()).isEqualTo(RecordQueue.LONGEST);
    assertThat(queue.dropped()).isEqualTo(1);
    queue.drainTo(journal);
    assertThat(journal.names()).startsWith("alarm", "status-2", "event-3");
  }

  @Test
  void what_must_not_be_dropped_is_not_and_asks_for_room_first() {
    for (int i = 0; queue.hasRoom(); i++) {
      queue.add(draft("carried-out-" + i, Importance.ENFORCEMENT));
    }
    int kept = queue.size();
    for (int i = 0; i < 1000; i++) {
      queue.add(draft("status", Importance.TELEMETRY));
    }

    assertThat(queue.size()).isEqualTo(RecordQueue.LONGEST);
    assertThat(queue.dropped()).isEqualTo(1000 + kept - RecordQueue.LONGEST);
  }

  static Draft draft(String name, Importance importance) {
    return new Draft(
        "gateway",
        new RecordKind("test", 1),
        importance,
        new Stamp(Instant.EPOCH, ClockQuality.unsynchronised(), "boot", 0),
        new Provenance("r", "c", "none"),
        Value.Fields.with("name", name).build());
  }
}
