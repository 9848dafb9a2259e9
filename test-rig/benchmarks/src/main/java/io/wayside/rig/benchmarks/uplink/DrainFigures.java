// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.uplink;

import io.wayside.rig.benchmarks.Figure;
import io.wayside.rig.benchmarks.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the drains come to. */
final class DrainFigures {

  private DrainFigures() {}

  static List<Figure> of(Map<String, Samples> samples, List<Integer> windows) {
    List<Figure> figures = new ArrayList<>();
    for (int window : windows) {
      add(figures, samples, window, "rate", "drained", "rec/s");
      add(figures, samples, window, "cpu", "CPU per record", "us");
      add(figures, samples, window, "resident", "resident", "MiB");
    }
    figures.add(
        Figure.plain(
            UplinkBenchmark.NAME,
            "bytes of a message",
            named(samples, "bare-" + windows.get(0) + " bytes").median(),
            "bytes",
            1));
    return figures;
  }

  private static void add(
      List<Figure> figures,
      Map<String, Samples> samples,
      int window,
      String name,
      String what,
      String unit) {
    Samples limit = named(samples, "bare-" + window + " " + name);
    Figure bare =
        Figure.plain(
            UplinkBenchmark.NAME,
            "bare client, window " + window + ", " + what,
            limit.median(),
            unit,
            limit.count());
    figures.add(bare);
    figures.add(
        Figure.ratio(
            UplinkBenchmark.NAME,
            "uplink, window " + window + ", " + what,
            named(samples, "uplink-" + window + " " + name),
            unit,
            bare));
  }

  private static Samples named(Map<String, Samples> samples, String name) {
    Samples found = samples.get(name);
    if (found == null) {
      throw new IllegalStateException("the runs gave no " + name);
    }
    return found;
  }
}
