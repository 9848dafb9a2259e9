// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.uplink;

import io.wayside.rig.benchmarks.Benchmark;
import io.wayside.rig.benchmarks.Figure;
import io.wayside.rig.benchmarks.Samples;
import io.wayside.rig.benchmarks.journal.FilledJournal;
import io.wayside.rig.benchmarks.journal.MeasuredChild;
import io.wayside.rig.scenarios.site.Folders;
import io.wayside.rig.simulators.transport.LoopbackPorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Drain after an outage: records that lie in a journal go through an uplink to a Mosquitto on the
 * loopback address, beside messages of the same size sent from memory by the bare client library
 * with the same window.
 */
public final class UplinkBenchmark implements Benchmark {

  static final String NAME = "uplink";
  private static final int RECORDS = 50_000;
  private static final int QUICK_RECORDS = 5_000;
  private static final int ROUNDS = 7;
  private static final List<Integer> WINDOWS = List.of(200, 500, 1000);

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String about() {
    return "drain after an outage, against the bare client library from memory, same window";
  }

  @Override
  public List<Figure> run(boolean quick, Progress progress) throws Exception {
    if (MosquittoProcess.installed().isEmpty()) {
      return List.of(
          Figure.skipped(NAME, "drain", "mosquitto is not installed (apt-get install mosquitto)"));
    }
    Path folder = Files.createTempDirectory("wayside-uplink");
    int port = LoopbackPorts.free();
    try (MosquittoProcess broker =
        MosquittoProcess.start(folder, port, List.of("persistence false"), List.of(), Map.of())) {
      int records = quick ? QUICK_RECORDS : RECORDS;
      progress.doing("filling a journal with " + records + " records; broker " + broker.pid());
      Path journal = folder.resolve("journal");
      FilledJournal.fill(journal, 1, records);
      Map<String, Samples> samples = new TreeMap<>();
      int rounds = quick ? 1 : ROUNDS;
      for (int round = 1; round <= rounds; round++) {
        progress.doing("draining, round " + round + " of " + rounds);
        round(journal, records, port, round, samples);
      }
      return DrainFigures.of(samples, WINDOWS);
    } finally {
      Folders.delete(folder);
    }
  }

  /** Each way with each window, the one that begins taking turns. */
  private static void round(
      Path journal, int records, int port, int round, Map<String, Samples> samples)
      throws IOException, InterruptedException {
    List<String> ways = round % 2 == 0 ? List.of("uplink", "bare") : List.of("bare", "uplink");
    for (int window : WINDOWS) {
      for (String way : ways) {
        List<String> arguments = new ArrayList<>(List.of(way, journal.toString()));
        arguments.add(String.valueOf(records));
        arguments.add(String.valueOf(port));
        arguments.add(String.valueOf(window));
        arguments.add("run-" + round + "-" + window);
        MeasuredChild.run(DrainLoad.class, arguments, Map.of())
            .forEach(
                (name, said) ->
                    samples.computeIfAbsent(name, first -> new Samples()).add(said.median()));
      }
    }
  }
}
