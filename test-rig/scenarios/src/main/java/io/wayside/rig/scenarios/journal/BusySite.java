// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.journal;

import io.wayside.core.journal.JournalException;
import io.wayside.core.journal.Outbox;
import io.wayside.core.record.Blob;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.RecordId;
import io.wayside.journal.store.JournalSettings;
import io.wayside.journal.store.SqliteJournal;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The child process that is cut off: opens a journal, hands in records one by one and in bursts,
 * with and without bulk content, carries them to two destinations, lets retention run, closes,
 * opens again, and ends without closing. Says in a file what it does, see {@link Facts}.
 *
 * <p>Arguments: journal folder, file to say it in, seed, first number, sessions, records in each
 * session, largest filling of a record in bytes, for how many seconds of its own clock what was
 * acknowledged is kept, and "tight" when the quota is so small that telemetry is thinned and drafts
 * are refused.
 */
final class BusySite {

  /** The second is opened some time after the first, as an uplink may be. */
  static final List<String> DESTINATIONS = List.of("centre", "archive");

  private static final long AMPLE_BYTES = 512L << 20;

  /** So little that telemetry is thinned. */
  private static final long TIGHT_BYTES = 640L << 10;

  private static final long RESERVE_BYTES = 16 << 10;

  private final Path folder;
  private final FileOutputStream said;
  private final Random random;
  private final int filling;
  private final long keepAcknowledgedS;
  private final boolean tight;
  private final SteppedTime time;
  private long number;

  private BusySite(
      Path folder,
      FileOutputStream said,
      long seed,
      long first,
      int filling,
      long keepS,
      boolean tight) {
    this.folder = folder;
    this.said = said;
    this.random = new Random(seed);
    this.filling = filling;
    this.keepAcknowledgedS = keepS;
    this.tight = tight;
    this.number = first;
    this.time = new SteppedTime(first + 1);
  }

  /** With room for everything. */
  static JournalSettings settings(Path folder, long keepAcknowledgedS) {
    return settings(folder, keepAcknowledgedS, false);
  }

  private static JournalSettings settings(Path folder, long keepAcknowledgedS, boolean tight) {
    return JournalSettings.standard(folder, Numbered.GATEWAY)
        .withQuota(tight ? TIGHT_BYTES : AMPLE_BYTES, RESERVE_BYTES)
        .withKeepAcknowledged(Duration.ofSeconds(keepAcknowledgedS));
  }

  public static void main(String[] arguments) throws Exception {
    try (FileOutputStream said = new FileOutputStream(arguments[1], true)) {
      BusySite site =
          new BusySite(
              Path.of(arguments[0]),
              said,
              Long.parseLong(arguments[2]),
              Long.parseLong(arguments[3]),
              Integer.parseInt(arguments[6]),
              Long.parseLong(arguments[7]),
              arguments[8].equals("tight"));
      int sessions = Integer.parseInt(arguments[4]);
      for (int session = 1; session <= sessions; session++) {
        site.session(Long.parseLong(arguments[5]), session == sessions);
      }
    }
  }

  private void session(long records, boolean last) throws Exception {
    say("o");
    SqliteJournal journal =
        SqliteJournal.open(
            settings(folder, keepAcknowledgedS, tight), time, () -> Numbered.PROVENANCE);
    List<Outbox> outboxes = new ArrayList<>();
    open(journal, outboxes);
    long end = number + records;
    long second = number + records / 4;
    while (number < end) {
      if (number >= second && outboxes.size() == 1) {
        open(journal, outboxes);
      }
      int dice = random.nextInt(20);
      if (dice < 12) {
        one(journal);
      } else if (dice < 15) {
        burst(journal);
      } else {
        int which = random.nextInt(outboxes.size());
        carry(outboxes.get(which), DESTINATIONS.get(which));
        time.forward(random.nextInt(40));
      }
      time.forward(1);
    }
    if (last) {
      say("e");
      Runtime.getRuntime().halt(0);
    }
    journal.close();
  }

  private void open(SqliteJournal journal, List<Outbox> outboxes) throws JournalException {
    String next = DESTINATIONS.get(outboxes.size());
    outboxes.add(journal.outbox(next));
    say("n " + next);
  }

  private void one(SqliteJournal journal) throws Exception {
    String stream = stream();
    long mine = ++number;
    say("d " + mine);
    RecordId id;
    try {
      id = journal.appendDurably(Numbered.draft(stream, mine, filling(), blobs(), time.now()));
    } catch (JournalException.Full refused) {
      return;
    }
    say("k " + stream + " " + id.sequence() + " " + mine);
    say("w " + size(folder.resolve("journal.db-wal")));
  }

  private void burst(SqliteJournal journal) {
    List<CompletableFuture<?>> handedIn = new ArrayList<>();
    for (int i = 2 + random.nextInt(12); i > 0; i--) {
      String stream = stream();
      long mine = ++number;
      say("d " + mine);
      handedIn.add(
          journal
              .append(Numbered.draft(stream, mine, filling(), List.of(), time.now()))
              .thenAccept(id -> say("k " + stream + " " + id.sequence() + " " + mine))
              .exceptionally(BusySite::refusedOnly));
    }
    CompletableFuture.allOf(handedIn.toArray(CompletableFuture[]::new)).join();
  }

  /** There may be no room; anything else ends the site. */
  private static @Nullable Void refusedOnly(Throwable failure) {
    if (failure.getCause() instanceof JournalException.Full) {
      return null;
    }
    throw new IllegalStateException("a draft was not taken", failure);
  }

  private void carry(Outbox outbox, String destination) throws JournalException {
    for (JournalRecord record : outbox.next(1 + random.nextInt(40))) {
      String place = record.id().stream() + " " + record.id().sequence();
      if (destination.equals(DESTINATIONS.get(0))) {
        say("g " + place + " " + Numbered.of(record) + " " + record.hash());
      }
      for (String run : Numbered.thinned(record)) {
        say("t " + run);
      }
      if (random.nextInt(10) > 0) { // some are acknowledged later, out of order, or never
        say("a " + destination + " " + place);
        outbox.acknowledge(record.id());
      }
    }
    if (random.nextInt(8) == 0) {
      outbox.rewind();
    }
  }

  private String stream() {
    return Numbered.STREAMS.get(random.nextInt(Numbered.STREAMS.size()));
  }

  private int filling() {
    return random.nextInt(filling);
  }

  private List<Blob> blobs() {
    if (random.nextInt(12) > 0) {
      return List.of();
    }
    byte[] content = new byte[1 + random.nextInt(3000)];
    random.nextBytes(content);
    return List.of(new Blob("signal", "application/octet-stream", content));
  }

  private static long size(Path file) throws IOException {
    return Files.exists(file) ? Files.size(file) : 0;
  }

  /** One write, so that a kill leaves whole lines or the start of one. */
  private synchronized void say(String fact) {
    try {
      said.write((fact + "\n").getBytes(StandardCharsets.US_ASCII));
    } catch (IOException failed) {
      throw new IllegalStateException("cannot say what happened", failed);
    }
  }
}
