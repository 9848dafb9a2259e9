// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.journal.JournalException;
import io.wayside.core.journal.Outbox;
import io.wayside.core.record.Draft;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.RecordId;
import io.wayside.journal.record.Chain;
import io.wayside.journal.record.RecordCodec;
import io.wayside.journal.record.RecordContent;
import io.wayside.journal.store.JournalSettings;
import io.wayside.journal.store.SqliteJournal;
import io.wayside.rig.transports.RigTime;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stands in for the journal on disk, and must hand out just what that one hands out. */
class MemoryJournalTest {

  private final RigTime time = new RigTime();
  private final Freight freight = new Freight(1);
  private final MemoryJournal journal = new MemoryJournal("g");
  private final Outbox outbox = journal.outbox("centre");

  @Test
  void handsOutWhatTheJournalOnDiskHandsOutWhateverIsAskedOfIt(@TempDir Path folder)
      throws Exception {
    for (int seed = 0; seed < 4; seed++) {
      Random random = new Random(seed);
      MemoryJournal memory = new MemoryJournal("g");
      JournalSettings settings =
          JournalSettings.standard(folder.resolve("j" + seed), "g").withQuota(64L << 20, 1 << 16);
      try (SqliteJournal disk = SqliteJournal.open(settings, time, () -> Freight.PROVENANCE)) {
        Outbox ofDisk = disk.outbox("centre");
        Outbox ofMemory = memory.outbox("centre");
        List<RecordId> handed = new ArrayList<>();
        for (int step = 0; step < 150; step++) {
          switch (random.nextInt(8)) {
            case 0, 1, 2 -> {
              Draft draft = freight.next(time.now());
              assertThat(memory.appendDurably(draft)).isEqualTo(disk.appendDurably(draft));
            }
            case 3, 4 -> {
              int max = 1 + random.nextInt(6);
              List<JournalRecord> records = ofMemory.next(max);
              assertThat(records).isEqualTo(ofDisk.next(max));
              records.forEach(record -> handed.add(record.id()));
            }
            case 5 -> {
              if (!handed.isEmpty()) {
                RecordId id = handed.remove(random.nextInt(handed.size()));
                ofMemory.acknowledge(id);
                ofDisk.acknowledge(id);
              }
            }
            case 6 -> {
              ofMemory.rewind();
              ofDisk.rewind();
            }
            default -> {
              String stream = random.nextInt(5) == 0 ? "unknown" : "weighing.lane-1";
              long first = 1L + random.nextInt(20);
              long last = first - 1 + random.nextInt(20);
              assertThat(ofMemory.resend(stream, first, last))
                  .isEqualTo(ofDisk.resend(stream, first, last));
            }
          }
          assertThat(ofMemory.backlog()).as("seed " + seed).isEqualTo(ofDisk.backlog());
        }
      }
    }
  }

  @Test
  void recordsAreChained() throws Exception {
    String previous = Chain.hex(Chain.origin());
    for (int i = 0; i < 9; i++) {
      journal.appendDurably(freight.next(time.now()));
    }
    for (JournalRecord record : outbox.next(100)) {
      if (record.id().stream().equals("weighing.lane-1")) {
        assertThat(record.previousHash()).isEqualTo(previous);
        byte[] canonical = RecordCodec.encode(RecordContent.of(record));
        assertThat(record.hash())
            .isEqualTo(Chain.hex(Chain.hash(Chain.fromHex(previous), canonical)));
        previous = record.hash();
      }
    }
  }

  @Test
  void readsWhatIsKept() throws Exception {
    RecordId id = journal.append(freight.next(time.now())).join();
    assertThat(journal.read(id)).isPresent();
    assertThat(journal.read(new RecordId("other", id.stream(), 1))).isEmpty();
    assertThat(journal.read(new RecordId("g", id.stream(), 2))).isEmpty();
  }

  @Test
  void tellsOfWhatIsNewUntilNobodyListens() throws Exception {
    List<String> told = new ArrayList<>();
    AutoCloseable ear = outbox.onNew(() -> told.add("new"));
    journal.appendDurably(freight.next(time.now()));
    assertThat(told).hasSize(1);
    ear.close();
    journal.appendDurably(freight.next(time.now()));
    assertThat(told).hasSize(1);
  }

  @Test
  void isBoundedAndForgetsOnlyWhatWasAcknowledged() throws Exception {
    Draft draft = freight.next(time.now());
    for (int i = 0; i < MemoryJournal.MOST_KEPT; i++) {
      journal.appendDurably(draft);
    }
    assertThatThrownBy(() -> journal.appendDurably(draft))
        .isInstanceOf(JournalException.Full.class)
        .hasMessageContaining("g/weighing.lane-1");
    assertThat(journal.append(draft)).isCompletedExceptionally();
    JournalRecord first = outbox.next(1).get(0);
    outbox.acknowledge(first.id());
    assertThat(journal.appendDurably(draft).sequence()).isEqualTo(MemoryJournal.MOST_KEPT + 1);
    assertThat(journal.read(first.id())).isEmpty();
    assertThat(outbox.resend("weighing.lane-1", 1, 2))
        .isEqualTo(new Outbox.Resend(1, "2-2", "1-1"));
  }
}
