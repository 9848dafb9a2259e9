// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.report;

import io.wayside.rig.scenarios.report.Outcome.Load;
import io.wayside.rig.scenarios.report.Panel.Point;
import io.wayside.weighing.accuracy.AccuracyClass;
import io.wayside.weighing.accuracy.Criterion;
import io.wayside.weighing.accuracy.Sample;
import io.wayside.weighing.motion.MotionAxle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The pictures of the report. */
final class Plots {

  private static final int WIDTH = 760;
  private static final double LEFT = 62;
  private static final double BELOW = 46;
  private static final String ERROR = "error, % of the true load";
  private static final int BINS = 30;
  private static final int MEANS = 8;

  private Plots() {}

  /** Errors of the gross against speed, with the mean of each of some bins of speed. */
  static String errorAgainstSpeed(Outcome outcome, String title) {
    List<Load> loads = outcome.loads(Criterion.GROSS);
    Svg svg = new Svg(WIDTH, 380, title);
    double most = largest(loads);
    Ticks speed =
        Ticks.enclosing(
            "speed, km/h",
            loads.stream().mapToDouble(Load::speedKmh).min().orElse(0),
            loads.stream().mapToDouble(Load::speedKmh).max().orElse(1),
            8);
    Panel panel =
        new Panel(
            svg, LEFT, 34, WIDTH - LEFT - 20, 380 - 34 - BELOW, title, speed, errors(most, ERROR));
    panel.level("frame", 0);
    panel.dots(loads.stream().map(l -> new Point(l.speedKmh(), l.pair().errorPercent())).toList());
    panel.line("mark", means(loads, speed));
    panel.corner(0, "each dot one vehicle, n = " + loads.size() + "; line: mean by speed");
    return svg.toString();
  }

  private static List<Point> means(List<Load> loads, Ticks speed) {
    Map<Integer, List<Load>> bins = new TreeMap<>();
    for (Load load : loads) {
      int bin = (int) Math.min(MEANS - 1, MEANS * speed.share(load.speedKmh()));
      bins.computeIfAbsent(bin, b -> new ArrayList<>()).add(load);
    }
    List<Point> means = new ArrayList<>();
    for (List<Load> bin : bins.values()) {
      if (bin.size() >= 3) { // fewer have no mean worth a line
        means.add(
            new Point(
                bin.stream().mapToDouble(Load::speedKmh).average().orElseThrow(),
                bin.stream().mapToDouble(l -> l.pair().errorPercent()).average().orElseThrow()));
      }
    }
    return means;
  }

  /** How errors are distributed, one pair of axes for each criterion. */
  static String distribution(Outcome outcome, AccuracyClass against, String title) {
    List<Criterion> criteria =
        Outcome.CRITERIA.stream().filter(c -> !outcome.loads(c).isEmpty()).toList();
    int rows = (criteria.size() + 1) / 2;
    Svg svg = new Svg(WIDTH, 30 + rows * 235, title);
    svg.words("head", WIDTH / 2.0, 18, Svg.Anchor.MIDDLE, title);
    double wide = WIDTH / 2.0 - LEFT - 16;
    for (int i = 0; i < criteria.size(); i++) {
      double left = LEFT + i % 2 * (WIDTH / 2.0);
      histogram(
          svg, left, 56 + 235.0 * Math.floorDiv(i, 2), wide, outcome, criteria.get(i), against);
    }
    return svg.toString();
  }

  private static void histogram(
      Svg svg,
      double left,
      double top,
      double wide,
      Outcome outcome,
      Criterion criterion,
      AccuracyClass against) {
    List<Load> loads = outcome.loads(criterion);
    double tolerance = against.tolerance(criterion);
    Ticks across = errors(Math.max(largest(loads), 1.05 * tolerance), ERROR);
    double width = (across.to() - across.from()) / BINS;
    int[] counts = new int[BINS];
    for (Load load : loads) {
      counts[(int) Math.min(BINS - 1, BINS * across.share(load.pair().errorPercent()))]++;
    }
    int most = 1;
    for (int count : counts) {
      most = Math.max(most, count);
    }
    Ticks up = Ticks.enclosing("number", 0, most * 1.15, 4);
    Panel panel = new Panel(svg, left, top, wide, 140, criterion.word(), across, up);
    for (int i = 0; i < BINS; i++) {
      if (counts[i] > 0) {
        panel.bar(across.from() + i * width, across.from() + (i + 1) * width, counts[i]);
      }
    }
    panel.upright("limit", -tolerance);
    panel.upright("limit", tolerance);
    Sample sample = Sample.of(loads.stream().map(l -> l.pair().errorPercent()).toList());
    svg.words(
        "note",
        left + wide,
        top - 8,
        Svg.Anchor.END,
        String.format(
            Locale.ROOT,
            "n %d, mean %+.2f %%, s %.2f %%",
            sample.n(),
            sample.mean(),
            sample.deviation()));
  }

  /** What one line felt of one vehicle, left and right, with the axles that were found. */
  static String signal(SignalWindow window, String title) {
    Svg svg = new Svg(WIDTH, 500, title);
    svg.words("head", LEFT, 18, Svg.Anchor.START, title);
    List<Double> times = window.timesS();
    Ticks across =
        Ticks.enclosing(
            "time after the first axle, s", times.get(0), times.get(times.size() - 1), 10);
    List<MotionAxle> axles = window.match().vehicle().axles();
    for (int half = 0; half < window.volts().size(); half++) {
      boolean left = half == 0;
      List<Double> volts = window.volts().get(half);
      double least = volts.stream().mapToDouble(v -> v).min().orElse(0);
      double most = volts.stream().mapToDouble(v -> v).max().orElse(1);
      Panel panel =
          new Panel(
              svg,
              LEFT,
              50 + half * 228.0,
              WIDTH - LEFT - 20,
              155,
              (left ? "left" : "right") + " wheels; dashed: axles found, with these wheels' load",
              across,
              Ticks.enclosing("line 1, V", least, most * 1.4, 5));
      List<Point> line = new ArrayList<>();
      for (int i = 0; i < volts.size(); i++) {
        line.add(new Point(times.get(i), volts.get(i)));
      }
      for (int i = 0; i < axles.size(); i++) {
        MotionAxle axle = axles.get(i);
        double at = (axle.atNanos() - axles.get(0).atNanos()) / 1e9;
        double load = left ? axle.leftN() : axle.rightN();
        panel.upright("limit", at);
        panel.note(
            at, 14 + 15 * (i % 3), String.format(Locale.ROOT, "%d: %.1f kN", i + 1, load / 1e3));
      }
      panel.line("first", line);
    }
    return svg.toString();
  }

  private static double largest(List<Load> loads) {
    return loads.stream().mapToDouble(l -> Math.abs(l.pair().errorPercent())).max().orElse(1);
  }

  private static Ticks errors(double most, String label) {
    return Ticks.enclosing(label, -most, most, 8);
  }
}
