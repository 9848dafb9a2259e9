// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.ais;

import io.wayside.rig.benchmarks.Benchmark;
import io.wayside.rig.benchmarks.Figure;
import io.wayside.rig.benchmarks.Samples;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * AIS sentences decoded by our driver and by ais-lib-messages, the same bytes in the same run, each
 * in JVMs of its own.
 */
public final class AisBenchmark implements Benchmark {

  static final String NAME = "ais";

  /** What the driver is to reach. */
  private static final double BAR = 1_000_000;

  /** How the launcher starts the gateway, as far as speed and memory depend on it. */
  private static final List<String> SHIPPED =
      List.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  private static final String UNIT = "sentences/s";

  /** How long and how often: JMH's words. */
  record Effort(int forks, int warmups, int iterations, long iterationMs) {
    static final Effort FULL = new Effort(3, 5, 5, 2000);
    static final Effort QUICK = new Effort(1, 2, 3, 1000);
  }

  private final Map<String, List<String>> flags = new LinkedHashMap<>();

  public AisBenchmark() {
    flags.put("shipped flags", SHIPPED);
    flags.put("default flags", List.of());
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String about() {
    return "AIS sentences from bytes to messages, one thread, against ais-lib on the same bytes";
  }

  @Override
  public List<Figure> run(boolean quick, Progress progress) throws RunnerException {
    return run(quick ? Effort.QUICK : Effort.FULL, progress);
  }

  List<Figure> run(Effort effort, Progress progress) throws RunnerException {
    List<Figure> figures = new ArrayList<>();
    Figure bar = Figure.plain(NAME, "the bar", BAR, UNIT, 0);
    figures.add(bar);
    for (Map.Entry<String, List<String>> each : flags.entrySet()) {
      String with = ", " + each.getKey();
      progress.doing("ais-lib" + with);
      Samples other = measure("aisLib", each.getValue(), effort);
      Figure peer = Figure.plain(NAME, "ais-lib" + with, other.median(), UNIT, other.count());
      figures.add(peer);
      progress.doing("ours" + with);
      Samples ours = measure("ours", each.getValue(), effort);
      figures.add(Figure.ratio(NAME, "ours" + with, ours, UNIT, peer));
      figures.add(Figure.ratio(NAME, "ours" + with, ours, UNIT, bar));
    }
    return figures;
  }

  private static Samples measure(String method, List<String> flags, Effort effort)
      throws RunnerException {
    TimeValue time = TimeValue.milliseconds(effort.iterationMs());
    String all = DecodedSentences.class.getName().replace(".", "\\.");
    RunResult result =
        new Runner(
                new OptionsBuilder()
                    .include("^" + all + "\\." + method + "$")
                    .jvmArgs(flags.toArray(String[]::new))
                    .forks(effort.forks())
                    .warmupIterations(effort.warmups())
                    .warmupTime(time)
                    .measurementIterations(effort.iterations())
                    .measurementTime(time)
                    .shouldFailOnError(true)
                    .verbosity(VerboseMode.SILENT)
                    .build())
            .runSingle();
    Samples samples = new Samples();
    for (BenchmarkResult fork : result.getBenchmarkResults()) {
      for (IterationResult each : fork.getIterationResults()) {
        Result<?> sentences = each.getSecondaryResults().get("sentences");
        if (sentences == null) {
          throw new IllegalStateException("JMH counted no sentences; its version is another");
        }
        samples.add(sentences.getScore());
      }
    }
    return samples;
  }
}
