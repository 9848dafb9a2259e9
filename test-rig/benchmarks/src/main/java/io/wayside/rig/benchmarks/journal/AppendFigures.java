// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.journal;

import io.wayside.rig.benchmarks.Benchmark.Progress;
import io.wayside.rig.benchmarks.Figure;
import io.wayside.rig.benchmarks.Samples;
import io.wayside.rig.scenarios.disk.DiskShim;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Durable appends by 1, 10 and 100 writers, on the disk as it is and with 10 ms on each fsync. */
final class AppendFigures {

  private static final List<Integer> WRITERS = List.of(1, 10, 100);
  private static final String DELAY_US = "10000";

  private final Path folder;
  private final boolean quick;
  private final Progress progress;
  private final List<Figure> figures = new ArrayList<>();

  AppendFigures(Path folder, boolean quick, Progress progress) {
    this.folder = folder;
    this.quick = quick;
    this.progress = progress;
  }

  List<Figure> measure() throws IOException, InterruptedException {
    Optional<Path> shim = DiskShim.SLOW.compile(folder);
    Map<String, String> counted = new TreeMap<>();
    shim.ifPresent(library -> counted.put("LD_PRELOAD", library.toString()));
    counted.put(DiskUse.COUNT, folder.resolve("syncs").toString());
    progress.doing("durable appends, the disk as it is");
    add("", run(shim.isPresent() ? counted : Map.of()), shim.isPresent());
    if (shim.isEmpty()) {
      progress.doing("10 ms on each fsync, and fsyncs counted: skipped, no C compiler");
      return figures;
    }
    Map<String, String> slow = new TreeMap<>(counted);
    slow.put("WAYSIDE_DISK_DELAY_US", DELAY_US);
    progress.doing("durable appends, 10 ms added to each fsync");
    add(", +10 ms fsync", run(slow), true);
    return figures;
  }

  private Map<String, Samples> run(Map<String, String> environment)
      throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>();
    arguments.add(folder.toString());
    arguments.add(quick ? "2" : "7");
    arguments.add(quick ? "0.5" : "2");
    WRITERS.forEach(writers -> arguments.add(writers.toString()));
    return MeasuredChild.run(AppendLoad.class, arguments, environment);
  }

  private void add(String disk, Map<String, Samples> samples, boolean counted) {
    for (int writers : WRITERS) {
      String by = writers + (writers == 1 ? " writer" : " writers") + disk;
      Samples journal = samples(samples, writers, "journal");
      Samples rows = samples(samples, writers, "rows");
      String batch = String.format(Locale.ROOT, " (%.1f rows)", rows.median());
      Figure raw = plain("file+fdatasync, " + by + batch, samples(samples, writers, "raw"));
      Figure bare = plain("bare SQLite, " + by + batch, samples(samples, writers, "sqlite"));
      figures.add(raw);
      figures.add(bare);
      figures.add(Figure.ratio(JournalBenchmark.NAME, "journal, " + by, journal, "rec/s", raw));
      figures.add(Figure.ratio(JournalBenchmark.NAME, "journal, " + by, journal, "rec/s", bare));
      if (disk.isEmpty()) {
        wear(by, samples, writers);
        if (counted) {
          figures.add(
              JournalBenchmark.plain(
                  "fsyncs per record, " + by, samples(samples, writers, "syncs"), "fsyncs"));
        }
      }
    }
  }

  private void wear(String by, Map<String, Samples> samples, int writers) {
    Figure bare =
        JournalBenchmark.plain(
            "written per row by bare SQLite, " + by,
            samples(samples, writers, "sqlite-bytes"),
            "bytes");
    figures.add(
        JournalBenchmark.plain(
            "written per row to the file, " + by, samples(samples, writers, "raw-bytes"), "bytes"));
    figures.add(bare);
    figures.add(
        Figure.ratio(
            JournalBenchmark.NAME,
            "written per record, " + by,
            samples(samples, writers, "bytes"),
            "bytes",
            bare));
  }

  private static Figure plain(String figure, Samples samples) {
    return JournalBenchmark.plain(figure, samples, "rec/s");
  }

  private static Samples samples(Map<String, Samples> samples, int writers, String name) {
    Samples found = samples.get(writers + " " + name);
    if (found == null) {
      throw new IllegalStateException("the run with " + writers + " writers gave no " + name);
    }
    return found;
  }
}
