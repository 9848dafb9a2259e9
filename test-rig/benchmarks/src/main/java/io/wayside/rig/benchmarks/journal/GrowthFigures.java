// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.journal;

import io.wayside.core.record.RecordId;
import io.wayside.journal.store.SqliteJournal;
import io.wayside.journal.verify.Verify;
import io.wayside.rig.benchmarks.Benchmark.Progress;
import io.wayside.rig.benchmarks.Figure;
import io.wayside.rig.benchmarks.Samples;
import io.wayside.rig.scenarios.site.Folders;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** A journal of a hundred days beside one that has just begun, and after a crash. */
final class GrowthFigures {

  private static final int A_DAY = 10_000;
  private static final int APPENDS = 300;
  private static final int READS = 3000;
  private static final int CRASH_AFTER_MS = 3000;

  /** What is measured of one journal. */
  private record Times(
      Samples openMs, Samples openFilledMs, Samples appendMs, Samples readUs, Samples verifyUs) {
    Times() {
      this(new Samples(), new Samples(), new Samples(), new Samples(), new Samples());
    }
  }

  private final Path folder;
  private final int days;
  private final int rounds;
  private final int openings;
  private final Progress progress;
  private final Random random = new Random(5);
  private final List<Figure> figures = new ArrayList<>();

  GrowthFigures(Path folder, boolean quick, Progress progress) {
    this.folder = folder;
    this.days = quick ? 5 : 100;
    this.rounds = quick ? 3 : 9;
    this.openings = quick ? 3 : 31; // some milliseconds each, with a few that take twice as long
    this.progress = progress;
  }

  List<Figure> measure() throws Exception {
    Path large = folder.resolve("large");
    Path day = folder.resolve("day");
    progress.doing("filling a journal with " + days + " days of " + A_DAY + " records");
    FilledJournal.fill(large, days, A_DAY);
    FilledJournal.fill(day, 1, A_DAY);
    Times grown = new Times();
    Times begun = new Times();
    List<Path> empties = empties();
    for (int opening = 0; opening <= openings; opening++) {
      progress.doing("growth, opening " + opening + " of " + openings);
      Path empty = empties.get(opening);
      boolean warmUp = opening == 0;
      openAndAppend(empty, warmUp ? new Times() : begun);
      openAndAppend(large, warmUp ? new Times() : grown);
      Folders.delete(empty);
    }
    for (int round = 0; round <= rounds; round++) {
      progress.doing("growth, round " + round + " of " + rounds);
      boolean warmUp = round == 0;
      read(day, A_DAY, warmUp ? new Times() : begun);
      read(large, days * A_DAY, warmUp ? new Times() : grown);
      verify(day, A_DAY, warmUp ? new Times() : begun);
      verify(large, days * A_DAY, warmUp || round % 3 != 0 ? new Times() : grown);
    }
    add("open", "ms", "empty journal", begun.openMs, grown.openMs);
    add("open again", "ms", "one day", begun.openFilledMs, grown.openFilledMs);
    add("durable append, 1 writer", "ms", "empty journal", begun.appendMs, grown.appendMs);
    add("read one record by its id", "us", "one day", begun.readUs, grown.readUs);
    add("verify, per record", "us", "one day", begun.verifyUs, grown.verifyUs);
    rescan(large, grown);
    crash(large);
    return figures;
  }

  /** Made beforehand: what was made a moment ago would be opened with everything still at hand. */
  private List<Path> empties() throws IOException {
    List<Path> empties = new ArrayList<>();
    for (int opening = 0; opening <= openings; opening++) {
      Path empty = folder.resolve("empty-" + opening);
      FilledJournal.open(empty).close();
      empties.add(empty);
    }
    return empties;
  }

  private void add(String what, String unit, String base, Samples begun, Samples grown) {
    Figure small = JournalBenchmark.plain(what + ", " + base, begun, unit);
    figures.add(small);
    figures.add(
        Figure.ratio(JournalBenchmark.NAME, what + ", " + days + " days", grown, unit, small));
  }

  private static void openAndAppend(Path journalFolder, Times times) throws Exception {
    long opening = System.nanoTime();
    try (SqliteJournal journal = FilledJournal.open(journalFolder)) {
      times.openMs.add((System.nanoTime() - opening) / 1e6);
      long appending = System.nanoTime();
      for (int i = 0; i < APPENDS; i++) {
        journal.appendDurably(
            SampleRecords.draft(SampleRecords.stream(0), i, SampleRecords.FIRST_DAY));
      }
      times.appendMs.add((System.nanoTime() - appending) / 1e6 / APPENDS);
    }
  }

  private void read(Path journalFolder, int records, Times times) throws Exception {
    long opening = System.nanoTime();
    try (SqliteJournal journal = FilledJournal.open(journalFolder)) {
      times.openFilledMs.add((System.nanoTime() - opening) / 1e6);
      long reading = System.nanoTime();
      for (int i = 0; i < READS; i++) {
        String stream = SampleRecords.stream(random.nextInt(FilledJournal.LANES));
        long sequence = 1L + random.nextInt(records / FilledJournal.LANES);
        if (journal.read(new RecordId(SampleRecords.GATEWAY, stream, sequence)).isEmpty()) {
          throw new IllegalStateException(stream + "/" + sequence + " is not there");
        }
      }
      times.readUs.add((System.nanoTime() - reading) / 1e3 / READS);
    }
  }

  private static void verify(Path journalFolder, int records, Times times)
      throws InterruptedException {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    long verifying = System.nanoTime();
    try (PrintStream print = new PrintStream(said, true, StandardCharsets.UTF_8)) {
      if (Verify.run(print, print, journalFolder.toString()) != 0) {
        throw new IllegalStateException(said.toString(StandardCharsets.UTF_8));
      }
    }
    times.verifyUs.add((System.nanoTime() - verifying) / 1e3 / records);
  }

  /** Verify beside reading the same rows and hashing each once, on one thread. */
  private void rescan(Path journalFolder, Times grown) throws Exception {
    progress.doing("reading and hashing the same rows");
    Samples plain = new Samples();
    for (int round = 0; round < 3; round++) {
      plain.add(60e6 / Rescan.microsPerRecord(journalFolder));
    }
    Samples verify = new Samples();
    verify.add(60e6 / grown.verifyUs.median());
    Figure base = JournalBenchmark.plain("read + SHA-256 of each row, 1 thread", plain, "rec/min");
    figures.add(base);
    figures.add(Figure.ratio(JournalBenchmark.NAME, "verify", verify, "rec/min", base));
  }

  private void crash(Path journalFolder) throws Exception {
    Samples open = new Samples();
    for (int run = 0; run < rounds; run++) {
      progress.doing("open after kill -9, run " + (run + 1) + " of " + rounds);
      Process process =
          MeasuredChild.start(EndlessAppend.class, List.of(journalFolder.toString()), Map.of());
      // Killed at another size of the log each time.
      if (process.waitFor(CRASH_AFTER_MS + run * 217L, TimeUnit.MILLISECONDS)) {
        throw new IOException("the appending process ended by itself; it said why above");
      }
      process.destroyForcibly().waitFor();
      long log = Files.size(journalFolder.resolve("journal.db-wal"));
      long opening = System.nanoTime();
      FilledJournal.open(journalFolder).close();
      open.add((System.nanoTime() - opening) / 1e6);
      progress.doing("  the log had " + log / 1024 + " KiB");
    }
    figures.add(
        JournalBenchmark.plain("open and close after kill -9, " + days + " days", open, "ms"));
    figures.add(
        Figure.plain(
            JournalBenchmark.NAME, "the slowest of these", open.largest(), "ms", open.count()));
  }
}
