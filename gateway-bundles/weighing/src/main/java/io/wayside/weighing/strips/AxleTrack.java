// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.strips;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.jspecify.annotations.Nullable;

/** One axle on its way over the lines: at most one pulse in each half-line. Times in samples. */
final class AxleTrack {

  // A slope over less than this is noise.
  private static final double SPREAD_M = 0.5;

  private final List<Detector> detectors;
  private final @Nullable Pulse[] pulses;
  private double guess;
  private double lateralM = Double.NaN;

  /**
   * @param guess slowness, samples per metre, until the axle's own is known
   */
  AxleTrack(List<Detector> detectors, double guess) {
    this.detectors = detectors;
    this.pulses = new Pulse[detectors.size()];
    this.guess = guess;
  }

  void add(Pulse pulse) {
    Pulse there = pulses[pulse.detector()];
    pulses[pulse.detector()] = there == null ? pulse : there.and(pulse);
  }

  @Nullable Pulse on(Detector detector) {
    return pulses[detector.index()];
  }

  boolean has(Detector detector) {
    return pulses[detector.index()] != null;
  }

  /** Its pulses, by half-line. */
  List<Pulse> pulses() {
    List<Pulse> there = new ArrayList<>();
    for (Pulse pulse : pulses) {
      if (pulse != null) {
        there.add(pulse);
      }
    }
    return there;
  }

  void expectSlowness(double samplesPerMetre) {
    guess = samplesPerMetre;
  }

  /** Whether its own pulses tell its speed. */
  boolean tellsSpeed(List<Detector> base) {
    double first = Double.POSITIVE_INFINITY;
    double last = Double.NEGATIVE_INFINITY;
    for (Detector detector : base) {
      if (has(detector)) {
        first = Math.min(first, detector.atM());
        last = Math.max(last, detector.atM());
      }
    }
    return last - first >= SPREAD_M;
  }

  /** Samples per metre: the straight line through its crossings of {@code base}. */
  double slowness(List<Detector> base) {
    return tellsSpeed(base) ? line(base).getSlope() : guess;
  }

  /** When it crosses a place. */
  double timeAt(double xM, List<Detector> base) {
    double time = 0;
    double place = 0;
    int count = 0;
    for (Detector detector : base) {
      Pulse pulse = pulses[detector.index()];
      if (pulse != null) {
        time += pulse.centre();
        place += detector.atM();
        count++;
      }
    }
    if (count == 0) {
      return Double.NaN;
    }
    return time / count + (xM - place / count) * slowness(base);
  }

  private SimpleRegression line(List<Detector> base) {
    SimpleRegression line = new SimpleRegression();
    for (Detector detector : base) {
      Pulse pulse = pulses[detector.index()];
      if (pulse != null) {
        line.addData(detector.atM(), pulse.centre());
      }
    }
    return line;
  }

  void rollsAt(double leftOfMiddleM) {
    lateralM = leftOfMiddleM;
  }

  /** Where one of its wheels rolls, metres left of the lane's middle; NaN when nothing tells. */
  double lateralM() {
    return lateralM;
  }

  /** Takes over the pulses of a track that is the same axle. */
  void absorb(AxleTrack other) {
    other.pulses().forEach(this::add);
  }

  int lines() {
    return (int)
        detectors.stream().filter(this::has).mapToInt(Detector::lineIndex).distinct().count();
  }
}
