// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks;

import io.wayside.rig.benchmarks.ais.AisBenchmark;
import io.wayside.rig.benchmarks.journal.JournalBenchmark;
import io.wayside.rig.benchmarks.llrp.LlrpBenchmark;
import io.wayside.rig.benchmarks.peers.PeersBenchmark;
import io.wayside.rig.benchmarks.start.StartBenchmark;
import io.wayside.rig.benchmarks.tolllane.TollLaneBenchmark;
import io.wayside.rig.benchmarks.tolllists.TollListsBenchmark;
import io.wayside.rig.benchmarks.uplink.UplinkBenchmark;
import io.wayside.rig.benchmarks.vision.VisionBenchmark;
import io.wayside.rig.benchmarks.weigh.WeighBenchmark;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** {@code ./wayside bench NAME|all [--quick] [--json]}. */
public final class Bench {

  private static final List<Benchmark> ALL =
      List.of(
          new StartBenchmark(),
          new JournalBenchmark(),
          new UplinkBenchmark(),
          new PeersBenchmark(),
          new WeighBenchmark(),
          new LlrpBenchmark(),
          new AisBenchmark(),
          new TollListsBenchmark(),
          new TollLaneBenchmark(),
          new VisionBenchmark());

  private static final int WRONG_USAGE = 2;
  private static final int FAILED = 1;

  private Bench() {}

  public static void main(String[] arguments) {
    System.exit(run(List.of(arguments), ALL, System.out, System.err));
  }

  /** Returns the exit code. */
  static int run(
      List<String> arguments, List<Benchmark> benchmarks, PrintStream out, PrintStream errors) {
    List<String> names = new ArrayList<>(arguments);
    boolean quick = names.remove("--quick");
    boolean json = names.remove("--json");
    if (names.contains("--help") || names.isEmpty()) {
      out.print(help(benchmarks));
      return names.isEmpty() ? WRONG_USAGE : 0;
    }
    List<Benchmark> chosen =
        benchmarks.stream().filter(b -> names.contains("all") || names.contains(b.name())).toList();
    List<String> unknown =
        names.stream()
            .filter(n -> !n.equals("all") && benchmarks.stream().noneMatch(b -> b.name().equals(n)))
            .toList();
    if (!unknown.isEmpty()) {
      errors.println("there is no benchmark " + unknown + "; ./wayside bench --help lists them");
      return WRONG_USAGE;
    }
    int code = 0;
    for (Benchmark benchmark : chosen) {
      try {
        List<Figure> figures = benchmark.run(quick, what -> errors.println("… " + what));
        if (json) {
          figures.forEach(f -> out.println(f.toJson()));
        } else {
          out.print(FigureTable.of(benchmark, figures, quick));
          out.print(benchmark.page(figures));
        }
      } catch (Exception failed) { // one benchmark's failure must not hide the others' figures
        errors.println("benchmark " + benchmark.name() + " failed: " + failed);
        code = FAILED;
      }
    }
    return code;
  }

  private static String help(List<Benchmark> benchmarks) {
    StringBuilder text =
        new StringBuilder(
            """
            ./wayside bench NAME…|all [--quick] [--json]

            Measures, each figure beside a named alternative or limit of the same run.

              --quick   fewer and shorter runs; not for quoting
              --json    one line of JSON for each figure

            """);
    benchmarks.forEach(b -> text.append(String.format("  %-14s %s%n", b.name(), b.about())));
    return text.toString();
  }
}
