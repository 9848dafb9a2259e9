// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.llrp;

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
 * Tag reports decoded by our codec and by ltkjava, the same bytes in the same run, each in JVMs of
 * its own.
 */
public final class LlrpBenchmark implements Benchmark {

  static final String NAME = "llrp";

  /** How the launcher starts the gateway, as far as speed and memory depend on it. */
  private static final List<String> SHIPPED =
      List.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  private static final String TAGS = "tags/s";

  /** How long and how often: JMH's words. */
  record Effort(int forks, int warmups, int iterations, long iterationMs) {
    static final Effort FULL = new Effort(3, 5, 5, 2000);
    static final Effort QUICK = new Effort(1, 2, 3, 1000);
  }

  private final Map<String, List<String>> flags = new LinkedHashMap<>();

  public LlrpBenchmark() {
    flags.put("shipped flags", SHIPPED);
    flags.put("default flags", List.of());
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String about() {
    return "tag reports of a toll reader, one thread, against ltkjava on the same bytes";
  }

  @Override
  public List<Figure> run(boolean quick, Progress progress) throws RunnerException {
    return run(quick ? Effort.QUICK : Effort.FULL, progress);
  }

  List<Figure> run(Effort effort, Progress progress) throws RunnerException {
    List<Figure> figures = new ArrayList<>();
    for (Map.Entry<String, List<String>> each : flags.entrySet()) {
      String with = ", " + each.getKey();
      progress.doing("ltkjava" + with);
      Samples other = measure("ltkjava", each.getValue(), effort);
      Figure peer = Figure.plain(NAME, "ltkjava" + with, other.median(), TAGS, other.count());
      figures.add(peer);
      progress.doing("our sightings" + with);
      Samples sightings = measure("sightings", each.getValue(), effort);
      figures.add(Figure.ratio(NAME, "sightings" + with, sightings, TAGS, peer));
      progress.doing("our messages" + with);
      Samples messages = measure("messages", each.getValue(), effort);
      figures.add(Figure.ratio(NAME, "messages" + with, messages, TAGS, peer));
    }
    return figures;
  }

  private static Samples measure(String method, List<String> flags, Effort effort)
      throws RunnerException {
    TimeValue time = TimeValue.milliseconds(effort.iterationMs());
    RunResult result =
        new Runner(
                new OptionsBuilder()
                    .include(
                        "^"
                            + DecodedReports.class.getName().replace(".", "\\.")
                            + "\\."
                            + method
                            + "$")
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
        Result<?> tags = each.getSecondaryResults().get("tags");
        if (tags == null) {
          throw new IllegalStateException("JMH counted no tags; its version is another");
        }
        samples.add(tags.getScore());
      }
    }
    return samples;
  }
}
