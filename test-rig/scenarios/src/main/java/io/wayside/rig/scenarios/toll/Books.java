// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.toll;

import io.wayside.core.data.Value;
import io.wayside.core.journal.Journal;
import io.wayside.core.journal.JournalException;
import io.wayside.core.journal.Outbox;
import io.wayside.core.record.Draft;
import io.wayside.core.record.Importance;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.Provenance;
import io.wayside.core.record.RecordId;
import io.wayside.core.record.RecordKind;
import io.wayside.core.time.TimeSource;
import io.wayside.journal.store.JournalSettings;
import io.wayside.journal.store.SqliteJournal;
import io.wayside.rig.scenarios.site.Folders;
import io.wayside.tolling.control.RecordLine;
import io.wayside.tolling.control.Recording;
import io.wayside.tolling.control.Register;
import io.wayside.tolling.fare.BusinessDay;
import io.wayside.tolling.lane.LaneOutcome;
import io.wayside.tolling.passage.LaneOrigin;
import io.wayside.tolling.passage.LaneRecords;
import io.wayside.tolling.passage.Seen;
import io.wayside.tolling.passage.ShiftPlan;
import io.wayside.tolling.passage.TollRecords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;

/**
 * A lane's journal on a real disk, and the line of records before it, as the gateway has them: for
 * scenarios that are about them. The disk's own time is not the world's: what is handed in is
 * waited for.
 */
final class Books implements AutoCloseable {

  static final String STREAM = "toll.lane-1";

  private static final long QUOTA_BYTES = 8 << 20;
  private static final int BALLAST_BYTES = 200_000;
  private static final RecordKind BALLAST = new RecordKind("rig-ballast", 1);
  private static final Provenance PROVENANCE = new Provenance("rig", "0123456789abcdef", "none");
  private static final int MOST_RECORDS = 256;
  private static final long PATIENCE_NANOS = 60_000_000_000L;

  private final Path folder;
  private final TimeSource time;
  private final SqliteJournal journal;
  private final Outbox ballast;
  private final RecordLine line;
  private final Register register;
  private final Recording recording;
  private final List<LaneOutcome> kept = new ArrayList<>();
  private final ArrayDeque<RecordId> filled = new ArrayDeque<>();

  Books(TimeSource time) throws IOException, JournalException {
    this.time = time;
    this.folder = Files.createTempDirectory("wayside-toll-books");
    this.journal =
        SqliteJournal.open(
            JournalSettings.standard(folder, "rig-1")
                .withQuota(QUOTA_BYTES, 0)
                .withKeepAcknowledged(Duration.ZERO),
            time,
            () -> PROVENANCE);
    this.ballast = journal.outbox("rig");
    this.line = new RecordLine(new Patient(journal), MOST_RECORDS);
    this.recording = new Recording(line, time);
    ShiftPlan plan =
        ShiftPlan.whole(new BusinessDay(StationClock.ZONE, java.time.LocalTime.MIDNIGHT));
    LaneOrigin origin = new LaneOrigin("0017", "001", "forward", "lane-1");
    this.register =
        new Register(
            new LaneRecords(new TollRecords(origin, plan, time), tag -> Optional.of("rig")),
            line,
            () -> PROVENANCE,
            outcome -> Seen.NOTHING,
            shift -> {});
  }

  /** Whether the journal takes what the lane writes. */
  boolean isRecording() {
    return recording.getAsBoolean();
  }

  /** Hands an outcome in; what has become durable by it. */
  List<LaneOutcome> write(LaneOutcome outcome) {
    var unused =
        register
            .write(outcome, time.monotonicNanos())
            .thenAccept(
                id -> {
                  kept.add(outcome);
                });
    return kept();
  }

  /** Tries again what was not taken, as the gateway does now and then. */
  List<LaneOutcome> retry() {
    line.retry();
    return kept();
  }

  /** How many records are not durable. */
  int waiting() {
    return line.state().waiting();
  }

  /** The journal's last words while something waits. */
  String failure() {
    return line.state().failure();
  }

  private List<LaneOutcome> kept() {
    List<LaneOutcome> now = List.copyOf(kept);
    kept.clear();
    return now;
  }

  /** Takes all the room there is, or gives it back. */
  void full(boolean now) throws JournalException, InterruptedException {
    if (!now) {
      filled.forEach(ballast::acknowledge);
      filled.clear();
      awaitRoom();
      return;
    }
    for (int bytes = BALLAST_BYTES; bytes > 0; bytes /= 4) {
      boolean room = true;
      while (room) {
        room = fill(bytes, Importance.MONEY);
      }
    }
  }

  /** The journal makes room when something more is handed in. */
  private void awaitRoom() throws JournalException, InterruptedException {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (!fill(BALLAST_BYTES, Importance.EVENT)) {
      if (System.nanoTime() - end > 0) {
        throw new IllegalStateException("the journal in " + folder + " makes no room");
      }
      LockSupport.parkNanos(5_000_000);
    }
    ballast.acknowledge(filled.remove());
  }

  private boolean fill(int bytes, Importance importance)
      throws JournalException, InterruptedException {
    try {
      filled.add(
          journal.appendDurably(
              new Draft(
                  "rig.ballast",
                  BALLAST,
                  importance,
                  time.now(),
                  PROVENANCE,
                  Value.Fields.with("ballast", "x".repeat(bytes)).build())));
      return true;
    } catch (JournalException.Full full) {
      return false;
    }
  }

  SqliteJournal journal() {
    return journal;
  }

  /** All that the lane has on record. */
  List<JournalRecord> records() throws JournalException {
    return journal.last(STREAM, 10_000);
  }

  /** Answers when the disk has answered, so that a run is the same each time. */
  private record Patient(SqliteJournal journal) implements Journal {

    @Override
    public CompletableFuture<RecordId> append(Draft draft) {
      CompletableFuture<RecordId> answer = journal.append(draft);
      try {
        answer.join();
      } catch (CompletionException refused) {
        return answer; // which says so
      }
      return answer;
    }

    @Override
    public RecordId appendDurably(Draft draft) throws JournalException, InterruptedException {
      return journal.appendDurably(draft);
    }

    @Override
    public Optional<JournalRecord> read(RecordId id) throws JournalException {
      return journal.read(id);
    }

    @Override
    public List<JournalRecord> last(String stream, int most) throws JournalException {
      return journal.last(stream, most);
    }

    @Override
    public Outbox outbox(String destination) throws JournalException {
      return journal.outbox(destination);
    }
  }

  @Override
  public void close() throws IOException {
    journal.close();
    Folders.delete(folder);
  }
}
