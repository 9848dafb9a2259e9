// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.journal;

import io.wayside.rig.benchmarks.Benchmark;
import io.wayside.rig.benchmarks.Figure;
import io.wayside.rig.benchmarks.Samples;
import io.wayside.rig.scenarios.site.Folders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The journal with records of 600 bytes. It is measured where the machine keeps temporary files;
 * {@code -Djava.io.tmpdir} names another disk.
 */
public final class JournalBenchmark implements Benchmark {

  static final String NAME = "journal";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String about() {
    return "durable append, wear, growth and verify, against raw file, bare SQLite, empty journal";
  }

  @Override
  public List<Figure> run(boolean quick, Progress progress) throws Exception {
    Path folder = Files.createTempDirectory("wayside-journal");
    try {
      String fileSystem = Files.getFileStore(folder).type();
      progress.doing("measuring in " + folder + ", file system " + fileSystem);
      if (fileSystem.equals("tmpfs")) {
        progress.doing("tmpfs is memory and no disk: choose a folder with -Djava.io.tmpdir=");
      }
      List<Figure> figures = new ArrayList<>();
      figures.addAll(
          new AppendFigures(Files.createDirectory(folder.resolve("append")), quick, progress)
              .measure());
      figures.addAll(new MemoryFigures(folder, quick, progress).measure());
      figures.addAll(
          new GrowthFigures(Files.createDirectory(folder.resolve("growth")), quick, progress)
              .measure());
      return figures;
    } finally {
      Folders.delete(folder);
    }
  }

  static Figure plain(String figure, Samples samples, String unit) {
    return Figure.plain(NAME, figure, samples.median(), unit, samples.count());
  }
}
