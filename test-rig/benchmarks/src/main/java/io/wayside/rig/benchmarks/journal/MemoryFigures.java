// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.journal;

import io.wayside.rig.benchmarks.Benchmark.Progress;
import io.wayside.rig.benchmarks.Figure;
import io.wayside.rig.benchmarks.Samples;
import io.wayside.rig.scenarios.site.Folders;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Resident memory of a process that keeps a journal, beside one that keeps a bare database. */
final class MemoryFigures {

  private final Path folder;
  private final boolean quick;
  private final Progress progress;

  MemoryFigures(Path folder, boolean quick, Progress progress) {
    this.folder = folder;
    this.quick = quick;
    this.progress = progress;
  }

  List<Figure> measure() throws IOException, InterruptedException {
    progress.doing("memory");
    Samples journal = new Samples();
    Samples sqlite = new Samples();
    for (int run = 0; run < (quick ? 1 : 5); run++) {
      journal.add(resident("journal"));
      sqlite.add(resident("sqlite"));
    }
    Figure bare = JournalBenchmark.plain("process with a bare SQLite, resident", sqlite, "MiB");
    return List.of(
        bare,
        Figure.ratio(
            JournalBenchmark.NAME, "process with a journal, resident", journal, "MiB", bare));
  }

  private double resident(String what) throws IOException, InterruptedException {
    Path run = folder.resolve("memory");
    Map<String, Samples> said =
        MeasuredChild.run(
            MemoryLoad.class, List.of(run.toString(), quick ? "1" : "5", what), Map.of());
    Folders.delete(run);
    Samples resident = said.get(what + " resident");
    if (resident == null) {
      throw new IOException("the process said nothing about its memory");
    }
    return resident.median();
  }
}
