// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.strips;

import java.util.List;

/**
 * Half-lines that lie at an angle: each is crossed earlier or later by where the wheels roll. The
 * lateral position at which its pulses fit the axles best is looked for first, over the reach of
 * the half-line.
 */
final class Slant {

  private static final double STEP_M = 0.05;
  private static final double TOLERANCE_M = 0.3;

  private final Layout layout;

  Slant(Layout layout) {
    this.layout = layout;
  }

  void match(List<AxleTrack> tracks, Detector detector, List<Pulse> there, List<Pulse> left) {
    if (tracks.isEmpty() || there.isEmpty()) {
      return;
    }
    double best = Double.POSITIVE_INFINITY;
    double[] expected = at(tracks, detector, detector.half().middleM());
    double tolerance = TOLERANCE_M * Math.abs(tracks.get(0).slowness(layout.base()));
    for (double y = detector.half().fromM(); y <= detector.half().toM(); y += STEP_M) {
      double[] tried = at(tracks, detector, y);
      double until = tried[tried.length - 1] + tolerance;
      double[] observed =
          there.stream().mapToDouble(Pulse::centre).filter(centre -> centre <= until).toArray();
      double cost = Alignment.of(tried, observed, tolerance).cost();
      if (cost < best) {
        best = cost;
        expected = tried;
      }
    }
    Leftovers.take(tracks, expected, there, tolerance, left);
  }

  /**
   * Lets go of what a strip across the whole lane felt of these axles. Its first pulse is a wheel
   * of the first axle, on the side that comes first, and tells where that wheel rolls.
   */
  void pass(List<AxleTrack> tracks, Detector detector, List<Pulse> there) {
    if (tracks.isEmpty()) {
      return;
    }
    AxleTrack last = tracks.get(tracks.size() - 1);
    double reach = Math.max(Math.abs(detector.half().fromM()), Math.abs(detector.half().toM()));
    double furthest = detector.line().atM() + reach * Math.abs(detector.tangent()) + TOLERANCE_M;
    double until = last.timeAt(furthest, layout.base());
    double nearest = 2 * detector.line().atM() - furthest;
    double clear = Double.NEGATIVE_INFINITY;
    for (AxleTrack track : tracks) {
      double earliest = track.timeAt(nearest, layout.base());
      double latest = track.timeAt(furthest, layout.base());
      if (earliest > clear) { // the axle before has left the strip
        locate(track, detector, there, earliest, latest);
      }
      clear = latest;
    }
    there.removeIf(pulse -> pulse.centre() <= until);
  }

  private void locate(
      AxleTrack track, Detector detector, List<Pulse> there, double earliest, double latest) {
    for (Pulse pulse : there) {
      if (pulse.centre() >= earliest && pulse.centre() <= latest) {
        double late = pulse.centre() - track.timeAt(detector.line().atM(), layout.base());
        track.rollsAt(late / track.slowness(layout.base()) / detector.tangent());
        return;
      }
    }
  }

  private double[] at(List<AxleTrack> tracks, Detector detector, double lateralM) {
    double atM = detector.line().atM() + lateralM * detector.tangent();
    return tracks.stream().mapToDouble(track -> track.timeAt(atM, layout.base())).toArray();
  }

  /** Where a wheel crossed it, metres left of the lane's middle; NaN when it did not. */
  double lateralM(AxleTrack track, Detector detector) {
    Pulse pulse = track.on(detector);
    if (pulse == null) {
      return Double.NaN;
    }
    double late = pulse.centre() - track.timeAt(detector.line().atM(), layout.base());
    return late / track.slowness(layout.base()) / detector.tangent();
  }
}
