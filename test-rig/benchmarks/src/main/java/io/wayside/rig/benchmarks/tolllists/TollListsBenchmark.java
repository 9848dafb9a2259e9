// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.tolllists;

import io.wayside.rig.benchmarks.Benchmark;
import io.wayside.rig.benchmarks.Figure;
import io.wayside.rig.benchmarks.Samples;
import io.wayside.rig.benchmarks.journal.MeasuredChild;
import io.wayside.rig.scenarios.site.Folders;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A list of six million tags and a delta, taken, looked up and kept by a process with the gateway's
 * JVM options, beside the same rows in a bare SQLite under the same options and in a map in a heap
 * that is large enough. They take turns.
 */
public final class TollListsBenchmark implements Benchmark {

  static final String NAME = "toll-lists";

  private static final int TAGS = 6_000_000;
  private static final int QUICK_TAGS = 200_000;
  private static final int RUNS = 3;

  /** All that the map needs, and no optimising compiler either. */
  private static final List<String> ROOMY =
      List.of("-Xmx2g", "-Xss512k", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  /** What is measured of each, and how it is called. */
  private enum What {
    LOAD("full list", "s"),
    LOAD_CPU("full list, processor", "s"),
    DELTA("delta of 10,000", "s"),
    DELTA_CPU("delta of 10,000, processor", "s"),
    LOOKUP("look-up, processor", "ns"),
    GARBAGE("garbage of a look-up", "B"),
    RESIDENT("resident", "MiB"),
    ANONYMOUS("resident without files", "MiB");

    private final String words;
    private final String unit;

    What(String words, String unit) {
      this.words = words;
      this.unit = unit;
    }

    private String key(String who) {
      return who + " " + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String about() {
    return "6 million tags: load, delta, look-up, memory, against a bare SQLite and a HashMap";
  }

  @Override
  public List<Figure> run(boolean quick, Progress progress) throws Exception {
    return run(quick ? QUICK_TAGS : TAGS, quick ? 1 : RUNS, progress);
  }

  List<Figure> run(int tags, int runs, Progress progress) throws Exception {
    Path folder = Files.createTempDirectory("wayside-bench-lists");
    try {
      progress.doing("making the files an issuer would send");
      Prepared.in(folder, tags);
      Map<String, Samples> measured = new TreeMap<>();
      for (int run = 0; run < runs; run++) {
        progress.doing("lists, run " + (run + 1) + " of " + runs);
        measure(measured, MeasuredChild.GATEWAY_OPTIONS, ListsLoad.class, folder, tags);
        Folders.delete(folder.resolve("lists"));
        progress.doing("SQLite, run " + (run + 1) + " of " + runs);
        measure(measured, MeasuredChild.GATEWAY_OPTIONS, SqliteLoad.class, folder, tags);
        for (String ending : List.of("", "-wal", "-shm")) {
          Files.deleteIfExists(folder.resolve("bare.db" + ending));
        }
        progress.doing("HashMap, run " + (run + 1) + " of " + runs);
        measure(measured, ROOMY, MapLoad.class, folder, tags);
      }
      return figures(measured);
    } finally {
      Folders.delete(folder);
    }
  }

  private static void measure(
      Map<String, Samples> measured, List<String> options, Class<?> main, Path folder, int tags)
      throws IOException, InterruptedException {
    Process process =
        MeasuredChild.start(
            List.of(),
            options,
            main,
            List.of(folder.toString(), String.valueOf(tags)),
            Map.of(),
            ProcessBuilder.Redirect.INHERIT);
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] words = line.split(" ", -1);
        measured
            .computeIfAbsent(words[0] + " " + words[1], name -> new Samples())
            .add(Double.parseDouble(words[2]));
      }
    }
    if (process.waitFor() != 0) {
      throw new IOException(main.getSimpleName() + " failed; it said why above");
    }
  }

  private static List<Figure> figures(Map<String, Samples> measured) {
    List<Figure> figures = new ArrayList<>();
    for (What what : What.values()) {
      for (String other : List.of("sqlite", "map")) {
        Samples theirs = measured.get(what.key(other));
        Samples ours = measured.get(what.key("lists"));
        if (theirs != null && ours != null && theirs.median() > 0) {
          String name = what.words + ", " + (other.equals("map") ? "HashMap" : "bare SQLite");
          Figure against = Figure.plain(NAME, name, theirs.median(), what.unit, theirs.count());
          figures.add(against);
          figures.add(Figure.ratio(NAME, what.words + ", lists", ours, what.unit, against));
        }
      }
    }
    add(figures, measured, "lists open", "start with the list there", "s");
    add(figures, measured, "lists found", "share of those asked that were found", "of 1");
    add(figures, measured, "map heap", "heap of the HashMap", "MiB");
    return figures;
  }

  private static void add(
      List<Figure> figures, Map<String, Samples> measured, String key, String name, String unit) {
    Samples samples = measured.get(key);
    if (samples != null) {
      figures.add(Figure.plain(NAME, name, samples.median(), unit, samples.count()));
    }
  }
}
