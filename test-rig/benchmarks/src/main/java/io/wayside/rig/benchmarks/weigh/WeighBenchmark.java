// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.weigh;

import io.wayside.rig.benchmarks.Benchmark;
import io.wayside.rig.benchmarks.Figure;
import io.wayside.rig.benchmarks.Samples;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * A lane of four lines of two half-lines at 10 kHz, from samples in memory to vehicles, beside
 * reading the same samples. Everything is measured by JMH in JVMs of its own.
 */
public final class WeighBenchmark implements Benchmark {

  static final String NAME = "weigh";

  /** How the launcher starts the gateway, as far as speed and memory depend on it. */
  private static final List<String> SHIPPED =
      List.of(
          "-Xmx64m",
          "-Xss512k",
          "-XX:MaxMetaspaceSize=96m",
          "-XX:ReservedCodeCacheSize=32m",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:-UsePerfData",
          "-XX:+ExitOnOutOfMemoryError");

  private static final double BAR = 200;
  private static final String TIMES = "x real t.";

  /** How long and how often: JMH's words. */
  record Effort(int forks, int warmups, int iterations, long iterationMs) {
    static final Effort FULL = new Effort(3, 5, 5, 2000);
    static final Effort QUICK = new Effort(1, 2, 3, 1000);
  }

  private final Map<String, List<String>> flags = new LinkedHashMap<>();

  public WeighBenchmark() {
    flags.put("shipped flags", SHIPPED);
    flags.put("default flags", List.of());
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String about() {
    return "4 lines x 2 half-lines at 10 kHz, one thread, against reading the same samples";
  }

  @Override
  public List<Figure> run(boolean quick, Progress progress) throws RunnerException {
    return run(quick ? Effort.QUICK : Effort.FULL, progress);
  }

  List<Figure> run(Effort effort, Progress progress) throws RunnerException {
    List<Figure> figures = new ArrayList<>();
    Figure bar = Figure.plain(NAME, "the bar", BAR, TIMES, 1);
    figures.add(bar);
    for (Map.Entry<String, List<String>> each : flags.entrySet()) {
      String with = ", " + each.getKey();
      progress.doing("reading samples" + with);
      RunResult read = measure("read", each.getValue(), effort);
      progress.doing("weighing" + with);
      RunResult weighed = measure("weigh", each.getValue(), effort);
      Samples reading = speed(read);
      Figure limit = Figure.plain(NAME, "reading" + with, reading.median(), TIMES, reading.count());
      figures.add(limit);
      figures.add(Figure.ratio(NAME, "weighing" + with, speed(weighed), TIMES, bar));
      figures.add(Figure.ratio(NAME, "weighing" + with + " ", speed(weighed), TIMES, limit));
      Samples allocated = allocatedPerSecond(weighed);
      figures.add(
          Figure.plain(
              NAME,
              "allocated in a second of signal" + with,
              allocated.median(),
              "KiB",
              allocated.count()));
    }
    return figures;
  }

  private static RunResult measure(String method, List<String> flags, Effort effort)
      throws RunnerException {
    TimeValue time = TimeValue.milliseconds(effort.iterationMs());
    return new Runner(
            new OptionsBuilder()
                .include(
                    "^" + WeighedLane.class.getName().replace(".", "\\.") + "\\." + method + "$")
                .jvmArgs(flags.toArray(String[]::new))
                .forks(effort.forks())
                .warmupIterations(effort.warmups())
                .warmupTime(time)
                .measurementIterations(effort.iterations())
                .measurementTime(time)
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build())
        .runSingle();
  }

  /** Seconds of signal in a second. */
  private static Samples speed(RunResult result) {
    Samples samples = new Samples();
    iterations(result).forEach(each -> samples.add(score(each, "signalSeconds")));
    return samples;
  }

  /** By each pass, over the seconds of signal in a pass. */
  private static Samples allocatedPerSecond(RunResult result) {
    Samples samples = new Samples();
    for (IterationResult each : iterations(result)) {
      double secondsOfPass = score(each, "signalSeconds") / each.getPrimaryResult().getScore();
      samples.add(score(each, "gc.alloc.rate.norm") / secondsOfPass / 1024);
    }
    return samples;
  }

  private static double score(IterationResult iteration, String name) {
    Result<?> result = iteration.getSecondaryResults().get(name);
    if (result == null) {
      throw new IllegalStateException("JMH measured no " + name + "; its version is another");
    }
    return result.getScore();
  }

  private static List<IterationResult> iterations(RunResult result) {
    return result.getBenchmarkResults().stream()
        .flatMap(fork -> fork.getIterationResults().stream())
        .toList();
  }
}
