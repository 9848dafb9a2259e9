// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.tolllane;

import io.wayside.rig.benchmarks.Benchmark;
import io.wayside.rig.benchmarks.Figure;
import io.wayside.rig.scenarios.site.Folders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * From the report of a tag to the barrier's command, through queue, lane, lists and fare, while
 * four writers give the journal all it can do.
 */
public final class TollLaneBenchmark implements Benchmark {

  static final String NAME = "toll-lane";

  private static final int PASSAGES = 50_000;
  private static final int QUICK = 2_000;
  private static final int WARM_UP = 500;

  /** What a lane is to keep, in milliseconds. */
  private static final double BAR_P99_MS = 5;

  private static final double BAR_MAX_MS = 50;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String about() {
    return "tag report to barrier command of a toll lane, journal under load, against 5 and 50 ms";
  }

  @Override
  public List<Figure> run(boolean quick, Progress progress) throws Exception {
    return run(quick ? QUICK : PASSAGES, progress);
  }

  List<Figure> run(int passages, Progress progress) throws Exception {
    Path folder = Files.createTempDirectory("wayside-toll-lane");
    Path documents = Path.of(System.getProperty("wayside.home", "."), "config", "tolling");
    long[] nanos = new long[passages];
    long others;
    double elapsedS;
    LeapingTime time = new LeapingTime();
    try (BusyJournal busy = new BusyJournal(folder.resolve("journal"), time)) {
      PassingLane lane = new PassingLane(busy.journal(), time, documents, folder);
      for (int i = 0; i < Math.min(WARM_UP, passages); i++) {
        lane.pass();
      }
      long started = System.nanoTime();
      for (int i = 0; i < passages; i++) {
        if (i % 5_000 == 0) {
          progress.doing(i + " of " + passages + " passages");
        }
        nanos[i] = lane.pass();
      }
      elapsedS = (System.nanoTime() - started) / 1e9;
      others = busy.settle();
      long charged = lane.charged();
      lane.stop();
      if (charged < passages) {
        throw new IllegalStateException(
            charged + " of " + passages + " were charged: not what was to be measured");
      }
    } finally {
      Folders.delete(folder);
    }
    return figures(nanos, elapsedS, others);
  }

  private static List<Figure> figures(long[] nanos, double elapsedS, long others) {
    Arrays.sort(nanos);
    int runs = nanos.length;
    List<Figure> figures = new ArrayList<>();
    figures.add(Figure.plain(NAME, "p50", quantileMs(nanos, 0.5), "ms", runs));
    figures.add(Figure.plain(NAME, "p90", quantileMs(nanos, 0.9), "ms", runs));
    figures.add(against("p99", quantileMs(nanos, 0.99), BAR_P99_MS, runs));
    figures.add(Figure.plain(NAME, "p99.9", quantileMs(nanos, 0.999), "ms", runs));
    figures.add(against("max", nanos[runs - 1] / 1e6, BAR_MAX_MS, runs));
    figures.add(Figure.plain(NAME, "passages", runs / elapsedS, "passages/s", 1));
    figures.add(Figure.plain(NAME, "other records", others / elapsedS, "records/s", 1));
    return figures;
  }

  private static Figure against(String figure, double ms, double barMs, int runs) {
    return new Figure(
        NAME, figure, ms, "ms", "bar of " + barMs + " ms", OptionalDouble.of(ms / barMs), runs);
  }

  private static double quantileMs(long[] sorted, double share) {
    return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)] / 1e6;
  }
}
