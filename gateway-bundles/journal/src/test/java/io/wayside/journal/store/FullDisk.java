// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import io.wayside.core.data.Value;
import io.wayside.core.health.Health;
import io.wayside.core.journal.JournalException;
import io.wayside.core.journal.Outbox;
import io.wayside.core.record.Blob;
import io.wayside.core.record.Draft;
import io.wayside.core.record.Importance;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.RecordId;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A journal on a file system much smaller than its quota, in a process of its own; ends with 0 when
 * everything held and says otherwise what did not. Arguments: folder on that file system, and a
 * ballast file there that is removed, or a file elsewhere that is made longer, to make room again.
 */
final class FullDisk {

  private static final int RESERVE_BYTES = 2 << 20;
  private static final int MORE_BYTES = 14 << 20;
  private static final int REFUSED_IN_A_ROW = 20;
  private static final long PATIENCE_S = 60;

  private final Path folder;
  private final Drafts.HandClock clock = new Drafts.HandClock();
  private final Random random = new Random(5);
  private final Map<RecordId, Long> accepted = new LinkedHashMap<>();
  private final Set<RecordId> acknowledged = new HashSet<>();
  private final Set<RecordId> named = new HashSet<>();
  private SqliteJournal journal;
  private long numbers;

  @SuppressWarnings("NullAway.Init") // opened by run
  private FullDisk(Path folder) {
    this.folder = folder;
  }

  public static void main(String[] arguments) throws Exception {
    FullDisk disk = new FullDisk(Path.of(arguments[0]).resolve("journal"));
    Path room = Path.of(arguments[1]);
    boolean isBallast = Files.exists(room);
    disk.run(
        () -> {
          if (isBallast) {
            Files.delete(room);
          } else {
            Files.write(room, new byte[MORE_BYTES]);
          }
        });
    System.out.println("everything held");
  }

  private Path hog() {
    return folder.resolveSibling("hog");
  }

  /** As a log or a dump of somebody else would. */
  private void takeAllRoom() throws IOException {
    try (OutputStream out = Files.newOutputStream(hog())) {
      for (int block = 0; block < MORE_BYTES; block++) {
        out.write(new byte[4096]);
      }
      throw new IllegalStateException("the file system never gets full");
    } catch (IOException full) {
      require(Files.size(hog()) > 0, "there was some room left");
    }
  }

  private interface MakeRoom {
    void run() throws IOException;
  }

  private SqliteJournal open() throws IOException {
    return SqliteJournal.open(
        JournalSettings.standard(folder, "gw-1")
            .withQuota(512L << 20, RESERVE_BYTES)
            .withKeepAcknowledged(Duration.ZERO),
        clock,
        () -> Drafts.PROVENANCE);
  }

  private void run(MakeRoom makeRoom) throws Exception {
    try (SqliteJournal opened = open()) {
      journal = opened;
      Outbox outbox = journal.outbox("centre");
      fill(Importance.TELEMETRY);
      require(reserveIsWhole(), "the journal stops before the file system is full");
      require(
          journal.health().code().equals("journal-full"), "health says full: " + journal.health());
      require(fill(Importance.MONEY) > 0, "some of the room is kept for money");
      require(journal.health().status() == Health.Status.FAILED, "health says full for money too");
      takeAllRoom();
      await(
          "the reserve is given up when there is no room at all",
          () -> {
            append(Importance.MONEY);
            return !Files.exists(new Layout(folder).reserve());
          });

      RecordId first = accepted.keySet().iterator().next();
      carry(outbox, accepted.size() / 2);
      await("what is acknowledged is removed", () -> journal.read(first).isEmpty());
      await("in what was removed there is room for money", () -> append(Importance.MONEY));
      fill(Importance.MONEY);
    }
    // Started again while the file system is full: nothing is set aside.
    try (SqliteJournal opened = open()) {
      journal = opened;
      require(!Files.exists(new Layout(folder).quarantine()), "nothing is in quarantine");
      Outbox outbox = journal.outbox("centre");
      Files.delete(hog());
      makeRoom.run();
      await("the reserve is whole again", () -> reserveIsWhole());
      await(
          "records are taken again",
          () -> {
            clock.forwardSeconds(61);
            return append(Importance.EVENT) && journal.health().status() == Health.Status.OK;
          });
      carry(outbox, Integer.MAX_VALUE);
      for (RecordId id : accepted.keySet()) {
        boolean thinned = id.stream().equals("counts") && named.contains(id);
        require(acknowledged.contains(id) || thinned, id + " was delivered or named as thinned");
      }
      require(refusalsTold > 0, "what was refused is recorded");
    }
    require(DamageTest.verify(folder) == 0, "verify holds");
  }

  private long refusalsTold;

  private boolean reserveIsWhole() throws IOException {
    Path reserve = new Layout(folder).reserve();
    return Files.exists(reserve) && Files.size(reserve) == RESERVE_BYTES;
  }

  /** Until it is refused several times in a row; returns how many were taken. */
  private int fill(Importance importance) throws Exception {
    int taken = 0;
    for (int refused = 0; refused < REFUSED_IN_A_ROW; ) {
      if (append(importance)) {
        taken++;
        refused = 0;
      } else {
        refused++;
      }
    }
    return taken;
  }

  private boolean append(Importance importance) throws Exception {
    long number = ++numbers;
    String stream = importance == Importance.MONEY ? "tolls" : "counts";
    Draft draft = Drafts.of(stream, importance, number, "x".repeat(4000 + random.nextInt(8000)));
    if (random.nextInt(8) == 0) {
      byte[] picture = new byte[20_000 + random.nextInt(20_000)];
      random.nextBytes(picture);
      draft =
          new Draft(
              draft.stream(),
              draft.kind(),
              draft.importance(),
              draft.occurred(),
              draft.provenance(),
              draft.body(),
              List.of(new Blob("picture", "image/jpeg", picture)));
    }
    try {
      accepted.put(journal.appendDurably(draft), number);
      return true;
    } catch (JournalException.Full refused) {
      return false; // any other answer ends the run
    }
  }

  private void carry(Outbox outbox, int most) throws Exception {
    outbox.rewind();
    int carried = 0;
    for (List<JournalRecord> some = outbox.next(50);
        !some.isEmpty() && carried < most;
        some = outbox.next(50)) {
      List<JournalRecord> batch = new ArrayList<>(some);
      for (JournalRecord record : batch) {
        Long number = accepted.get(record.id());
        require(
            number == null || Drafts.number(record.body()) == number, record.id() + " is the same");
        acknowledged.add(record.id());
        if (record.kind().name().equals("journal-refused")) {
          refusalsTold++;
        } else if (record.kind().name().equals("journal-thinned")) {
          ((Value.Many) record.body().get("runs")).values().forEach(this::name);
        }
        outbox.acknowledge(record.id());
      }
      carried += batch.size();
    }
  }

  private String state() throws IOException {
    return journal.health()
        + ", room "
        + Files.getFileStore(folder).getUsableSpace()
        + ", reserve whole "
        + reserveIsWhole();
  }

  private void name(Value value) {
    Value.Fields run = (Value.Fields) value;
    String stream = ((Value.Text) run.get("stream")).value();
    long last = ((Value.Whole) run.get("last")).value();
    long step = ((Value.Whole) run.get("step")).value();
    for (long n = ((Value.Whole) run.get("first")).value(); n <= last; n += step) {
      named.add(new RecordId("gw-1", stream, n));
    }
  }

  private interface Condition {
    boolean holds() throws Exception;
  }

  private void await(String what, Condition condition) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
    while (!condition.holds()) {
      require(System.nanoTime() < deadline, what + "; " + state());
      clock.forwardSeconds(31);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalStateException("this did not hold: " + what);
    }
  }
}
