// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.strips;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The half-lines of an instrument and which of them measure speed. */
final class Layout {

  // Beyond this a line's crossing depends on where in the lane a wheel rolls.
  private static final double STRAIGHT_DEG = 2;
  private static final double SAME_PLACE_M = 0.5;

  private final List<Detector> detectors;
  private final List<Detector> base;
  private final List<Detector> slanted;

  Layout(List<Line> lines) {
    List<Detector> all = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      for (Half half : lines.get(i).halves()) {
        all.add(new Detector(all.size(), i, lines.get(i), half));
      }
    }
    detectors = List.copyOf(all);
    base = base(all);
    slanted = detectors.stream().filter(d -> !base.contains(d)).toList();
  }

  /**
   * The straight lines when there are two; else the largest set that is parallel and on one side.
   */
  private static List<Detector> base(List<Detector> all) {
    List<Detector> best =
        all.stream().filter(d -> Math.abs(d.line().angleDeg()) <= STRAIGHT_DEG).toList();
    if (spread(best) >= SAME_PLACE_M) {
      return best;
    }
    best = List.of();
    for (Detector first : all) {
      List<Detector> parallel =
          all.stream()
              .filter(
                  d ->
                      Math.abs(d.line().angleDeg() - first.line().angleDeg()) < 0.01
                          && d.half().side() == first.half().side())
              .toList();
      if (spread(parallel) >= SAME_PLACE_M && parallel.size() > best.size()) {
        best = parallel;
      }
    }
    return best;
  }

  private static double spread(List<Detector> some) {
    double first = some.stream().mapToDouble(Detector::atM).min().orElse(0);
    double last = some.stream().mapToDouble(Detector::atM).max().orElse(0);
    return last - first;
  }

  /** All half-lines, by number. */
  List<Detector> detectors() {
    return detectors;
  }

  /** Those whose crossing times depend on speed alone. */
  List<Detector> base() {
    return base;
  }

  /** Those whose crossing times depend on the lateral position too. */
  List<Detector> slanted() {
    return slanted;
  }

  /**
   * Whether loads are taken from it. A slanted strip across the whole lane feels the wheels of one
   * side while those of the other side or of the next axle still are on it.
   */
  boolean weighs(Detector detector) {
    return detector.half().side() != Side.BOTH || !slanted.contains(detector);
  }

  /** Base half-lines by growing distance from one of them. */
  List<Detector> outwardsFrom(Detector reference) {
    return base.stream()
        .sorted(
            Comparator.comparingDouble((Detector d) -> Math.abs(d.atM() - reference.atM()))
                .thenComparingInt(Detector::index))
        .toList();
  }

  int lines() {
    return (int)
        detectors.stream().filter(this::weighs).mapToInt(Detector::lineIndex).distinct().count();
  }
}
