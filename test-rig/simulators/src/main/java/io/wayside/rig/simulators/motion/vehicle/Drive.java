// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.motion.vehicle;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the first axle of a vehicle is at each moment: stretches of constant acceleration, before
 * and after which the speed stays what it is there. Places in metres along the road, times in
 * seconds.
 */
public final class Drive {
  /** A stretch; accelerations are exact, so place and speed follow at any time inside. */
  private record Stretch(double atS, double placeM, double speedMps, double accelMps2) {
    double place(double timeS) {
      double t = timeS - atS;
      return placeM + t * (speedMps + t * accelMps2 / 2);
    }

    double speed(double timeS) {
      return speedMps + (timeS - atS) * accelMps2;
    }
  }

  /** A time from and to, seconds. */
  public record Span(double fromS, double toS) {}

  /** A crossing where one stretch becomes the next must not fall between them. */
  private static final double ROUNDING_S = 1e-7;

  private final List<Stretch> stretches;

  private Drive(List<Stretch> stretches) {
    this.stretches = stretches;
  }

  /** Constant speed for ever, at the given place at the given time. */
  public static Drive steady(double atS, double placeM, double speedMps) {
    return new Drive(
        List.of(
            new Stretch(Double.NEGATIVE_INFINITY, placeM, speedMps, 0),
            new Stretch(atS, placeM, speedMps, 0)));
  }

  /** The same, and from the last stretch's beginning on for some seconds the given acceleration. */
  public Drive thenFor(double seconds, double accelMps2) {
    List<Stretch> longer = new ArrayList<>(stretches);
    Stretch last = longer.remove(longer.size() - 1);
    Stretch changed = new Stretch(last.atS, last.placeM, last.speedMps, accelMps2);
    double end = last.atS + seconds;
    double speed = changed.speed(end);
    // a stop is a stop: rounding must not leave a creep that lasts for ever
    double clean = Math.abs(speed) < 1e-9 ? 0 : speed;
    longer.add(changed);
    longer.add(new Stretch(end, changed.place(end), clean, 0));
    return new Drive(List.copyOf(longer));
  }

  /** The same, and then on at the speed reached until the given place. */
  public Drive thenUntil(double placeM) {
    Stretch last = stretches.get(stretches.size() - 1);
    double seconds = (placeM - last.placeM) / last.speedMps;
    if (!(seconds >= 0)) {
      throw new IllegalArgumentException(
          "Drive: " + placeM + " m is not ahead of " + last.placeM + " m; choose a place ahead");
    }
    return thenFor(seconds, 0);
  }

  /** The same, and then from the speed reached to another one with the given rate. */
  public Drive thenTo(double speedMps, double rateMps2) {
    double change = speedMps - stretches.get(stretches.size() - 1).speedMps;
    return thenFor(Math.abs(change) / rateMps2, Math.signum(change) * rateMps2);
  }

  /** The same, so many seconds later. */
  public Drive later(double seconds) {
    List<Stretch> shifted = new ArrayList<>();
    for (Stretch stretch : stretches) {
      shifted.add(
          new Stretch(stretch.atS + seconds, stretch.placeM, stretch.speedMps, stretch.accelMps2));
    }
    return new Drive(List.copyOf(shifted));
  }

  /** Where the last change so far ends. */
  public double endM() {
    return stretches.get(stretches.size() - 1).placeM;
  }

  /** Place of the first axle. */
  public double placeM(double timeS) {
    Stretch stretch = at(timeS);
    return Double.isInfinite(stretch.atS) ? before(timeS) : stretch.place(timeS);
  }

  /** Speed, negative backwards. */
  public double speedMps(double timeS) {
    Stretch stretch = at(timeS);
    return Double.isInfinite(stretch.atS) ? stretch.speedMps : stretch.speed(timeS);
  }

  /** Acceleration, negative when braking forwards. */
  public double accelMps2(double timeS) {
    return at(timeS).accelMps2;
  }

  /** The times at which the first axle is exactly there, in order; touching counts once. */
  public List<Double> timesAt(double placeM) {
    List<Double> times = new ArrayList<>();
    for (int i = 0; i < stretches.size(); i++) {
      double from = stretches.get(i).atS;
      double to = i + 1 < stretches.size() ? stretches.get(i + 1).atS : Double.POSITIVE_INFINITY;
      for (double time : solutions(i, placeM)) {
        boolean known = !times.isEmpty() && time - times.get(times.size() - 1) < ROUNDING_S;
        if (time >= from - ROUNDING_S && time < to + ROUNDING_S && !known) {
          times.add(time);
        }
      }
    }
    return times;
  }

  /** The spans of time during which the first axle is between the two places, in order. */
  public List<Span> within(double fromM, double toM) {
    List<Double> edges = new ArrayList<>(timesAt(fromM));
    edges.addAll(timesAt(toM));
    edges.sort(null);
    List<Span> spans = new ArrayList<>();
    for (int i = 0; i + 1 < edges.size(); i++) {
      double a = edges.get(i);
      double b = edges.get(i + 1);
      double middle = placeM((a + b) / 2);
      if (b > a && middle >= fromM && middle <= toM) {
        spans.add(new Span(a, b));
      }
    }
    return joined(spans);
  }

  private static List<Span> joined(List<Span> spans) {
    List<Span> joined = new ArrayList<>();
    for (Span span : spans) {
      int last = joined.size() - 1;
      if (last >= 0 && joined.get(last).toS >= span.fromS) {
        joined.set(last, new Span(joined.get(last).fromS, span.toS));
      } else {
        joined.add(span);
      }
    }
    return joined;
  }

  private Stretch at(double timeS) {
    int i = stretches.size() - 1;
    while (i > 0 && stretches.get(i).atS > timeS) {
      i--;
    }
    return stretches.get(i);
  }

  private double before(double timeS) {
    Stretch first = stretches.get(1);
    return first.placeM + (timeS - first.atS) * stretches.get(0).speedMps;
  }

  private double[] solutions(int index, double placeM) {
    Stretch stretch = stretches.get(index);
    if (index == 0) {
      Stretch first = stretches.get(1);
      return new double[] {first.atS + (placeM - first.placeM) / stretch.speedMps};
    }
    double way = placeM - stretch.placeM;
    double speed = stretch.speedMps;
    if (stretch.accelMps2 == 0) {
      return speed == 0 ? new double[0] : new double[] {stretch.atS + way / speed};
    }
    double root = speed * speed + 2 * stretch.accelMps2 * way;
    if (root < 0) {
      return new double[0];
    }
    double sqrt = Math.sqrt(root);
    double early = stretch.atS + (-speed - sqrt) / stretch.accelMps2;
    double late = stretch.atS + (-speed + sqrt) / stretch.accelMps2;
    return sqrt == 0
        ? new double[] {early}
        : new double[] {Math.min(early, late), Math.max(early, late)};
  }
}
