// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.bridge;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalDouble;

/** Finds the pulses of one axle detector as the samples come. */
final class Pulses {

  /** How fast the resting level follows, seconds. */
  private static final double REST_S = 5;

  /** A longer pulse is a vehicle that stands, not an axle. */
  private static final double LONGEST_S = 2;

  private record Sample(double seconds, double value) {}

  private final AxleDetector detector;
  private final Deque<Sample> span = new ArrayDeque<>();
  private double sum;
  private double rest = Double.NaN;
  private double lastS = Double.NaN;
  private boolean inside;
  private double beganS;
  private double weight;
  private double moment;

  Pulses(AxleDetector detector) {
    this.detector = detector;
  }

  void restart() {
    span.clear();
    sum = 0;
    rest = Double.NaN;
    lastS = Double.NaN;
    inside = false;
  }

  /** Takes a sample; answers the time of the pulse that it ended, which lies a little back. */
  OptionalDouble take(double seconds, double value) {
    if (detector.sharpenS() <= 0) {
      return level(seconds, value);
    }
    span.addLast(new Sample(seconds, value));
    sum += value;
    while (seconds - span.getFirst().seconds() > detector.sharpenS()) {
      sum -= span.removeFirst().value();
    }
    double middle = seconds - detector.sharpenS() / 2;
    Sample centre = span.getFirst(); // the sample in the middle of the span
    int steps = span.size() / 2;
    for (Sample each : span) {
      if (steps-- == 0) {
        centre = each;
        break;
      }
    }
    return centre.seconds() < middle - detector.sharpenS() / 4
        ? OptionalDouble.empty()
        : level(centre.seconds(), centre.value() - sum / span.size());
  }

  private OptionalDouble level(double seconds, double value) {
    if (Double.isNaN(rest)) {
      rest = value;
      lastS = seconds;
    }
    double step = Math.max(0, seconds - lastS);
    lastS = seconds;
    double above = value - rest;
    if (!inside) {
      if (above > detector.threshold()) {
        inside = true;
        beganS = seconds;
        weight = 0;
        moment = 0;
      } else {
        rest += Math.min(1, step / REST_S) * above;
        return OptionalDouble.empty();
      }
    }
    if (above > detector.threshold() / 2 && seconds - beganS < LONGEST_S) {
      if (above > detector.threshold()) { // the same bound on both sides, or the middle moves
        weight += above;
        moment += above * (seconds - beganS);
      }
      return OptionalDouble.empty();
    }
    inside = false;
    if (above > detector.threshold() / 2) {
      rest = value; // it stands or has drifted: what is there now is the new rest
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(beganS + moment / weight);
  }
}
