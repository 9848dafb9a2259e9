// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.sighting;

import io.wayside.counting.vision.Point;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How the scale of the road changes over the picture. On a plane how many pixels a metre takes is
 * linear in the place: 1 + b u + c v times what it is in the middle, and 0 at the horizon. Each
 * vehicle tells it by how its own outline grows on its way, whatever it is; what vehicles at
 * different places are like beside each other tells it too, but less, for they are not equal. Least
 * squares of logarithms, in which what is far off counts little.
 */
final class Growth {

  private static final int LATEST = 40;
  private static final int FEWEST = 4;
  private static final int ROUNDS = 6;

  /** Outlines of one vehicle shake by so much, and those of several differ by so much. */
  private static final double SHAKES = 0.15;

  private static final double DIFFER = 0.4;

  /** A way weighs as much as so many outlines by themselves, since errors go on along it. */
  private static final double OUTLINES = 3;

  private static final double EACH = 0.5;

  /** Cameras look along roads, and hang level: weakly the one, more surely the other. */
  private static final double USUAL = 1;

  private static final double USUAL_WEIGHS = 0.5;
  private static final double LEVEL_WEIGHS = 8;

  /** No camera looks up so far that the horizon is nearer to its middle than a fifth. */
  private static final double STEEPEST = 5;

  private static final double LEAST = 0.1;
  private static final double SETTLED = 0.01;

  private final Deque<Way> ways = new ArrayDeque<>();
  private final Deque<Extent> typical = new ArrayDeque<>();
  private double b;
  private double c = USUAL;

  /** Places and logarithms of sizes there. */
  private static final class Way {
    private final double[] u;
    private final double[] v;
    private final double[] log;
    private final double noise;
    private final double weight;

    Way(List<Extent> at, ToDoubleFunction<Extent> log, double noise, double weight) {
      this.u = all(at, Extent::u);
      this.v = all(at, Extent::v);
      this.log = all(at, log);
      this.noise = noise;
      this.weight = weight;
    }
  }

  /** One who was alone and whole where his outlines are told. */
  void saw(Passing passing) {
    if (passing.along().size() < FEWEST) {
      return;
    }
    ways.addFirst(way(passing.along(), passing.motion()));
    typical.addFirst(typical(passing.along()));
    if (ways.size() > LATEST) {
      ways.removeLast();
      typical.removeLast();
    }
    settle();
  }

  /** What is added to the scale over a width of the picture, to the right. */
  double b() {
    return b;
  }

  /** What is added to it over a width of the picture, downwards. */
  double c() {
    return c;
  }

  /** The scale there, as a part of that in the middle of the picture. */
  double at(double u, double v) {
    return Math.max(LEAST, 1 + b * u + c * v);
  }

  /** How much it changes over a width of the picture, the way it changes most. */
  double steepness() {
    return Math.hypot(b, c);
  }

  /** What lies across the way it goes is at one distance, and grows as the scale does. */
  private static Way way(List<Extent> along, Point motion) {
    double down = motion.y() * motion.y();
    double share = down / (down + motion.x() * motion.x());
    return new Way(
        along,
        one -> share * Math.log(one.w()) + (1 - share) * Math.log(one.h()),
        SHAKES,
        OUTLINES / along.size());
  }

  private static Extent typical(List<Extent> along) {
    return new Extent(
        Median.of(all(along, Extent::u)),
        Median.of(all(along, Extent::v)),
        Median.of(all(along, Extent::w)),
        Median.of(all(along, Extent::h)));
  }

  private static double[] all(List<Extent> extents, ToDoubleFunction<Extent> of) {
    return extents.stream().mapToDouble(of).toArray();
  }

  private Way beside() {
    return new Way(List.copyOf(typical), one -> Math.log(one.w() * one.h()) / 2, DIFFER, EACH);
  }

  private void settle() {
    Way beside = beside();
    for (int round = 0; round < ROUNDS; round++) {
      Sums sums = new Sums();
      sums.usual(b, c);
      ways.forEach(way -> sums.add(way, this));
      sums.add(beside, this);
      if (improve(sums) < SETTLED) {
        return;
      }
    }
  }

  /** Takes one step of Gauss and Newton, a short one at most; returns how long it was. */
  private double improve(Sums sums) {
    double det = sums.bb * sums.cc - sums.bc * sums.bc;
    double db = (sums.cc * sums.b - sums.bc * sums.c) / det;
    double dc = (sums.bb * sums.c - sums.bc * sums.b) / det;
    double step = Math.hypot(db, dc);
    double shorter = Math.max(1, step);
    b += db / shorter;
    c += dc / shorter;
    double much = Math.max(1, steepness() / STEEPEST);
    b /= much;
    c /= much;
    return step;
  }

  /** Normal equations of both slopes. */
  private static final class Sums {
    private double bb = LEVEL_WEIGHS;
    private double bc;
    private double cc = USUAL_WEIGHS;
    private double b;
    private double c;

    void usual(double atB, double atC) {
      b = -LEVEL_WEIGHS * atB;
      c = USUAL_WEIGHS * (USUAL - atC);
    }

    /** How large each is by itself does not matter: all is beside its own mean. */
    void add(Way way, Growth growth) {
      int n = way.u.length;
      double[] error = new double[n];
      for (int i = 0; i < n; i++) {
        error[i] = way.log[i] - Math.log(growth.at(way.u[i], way.v[i]));
      }
      double middle = Median.of(error);
      double all = 0;
      double meanError = 0;
      double meanB = 0;
      double meanC = 0;
      double[] counts = new double[n];
      double[] slopeB = new double[n];
      double[] slopeC = new double[n];
      for (int i = 0; i < n; i++) {
        double scale = growth.at(way.u[i], way.v[i]);
        double off = (error[i] - middle) / way.noise;
        counts[i] = 1 / (1 + off * off);
        slopeB[i] = scale > LEAST ? way.u[i] / scale : 0;
        slopeC[i] = scale > LEAST ? way.v[i] / scale : 0;
        all += counts[i];
        meanError += counts[i] * error[i];
        meanB += counts[i] * slopeB[i];
        meanC += counts[i] * slopeC[i];
      }
      double weight = way.weight / (way.noise * way.noise);
      for (int i = 0; i < n; i++) {
        double e = error[i] - meanError / all;
        double sb = slopeB[i] - meanB / all;
        double sc = slopeC[i] - meanC / all;
        double w = weight * counts[i];
        bb += w * sb * sb;
        bc += w * sb * sc;
        cc += w * sc * sc;
        b += w * sb * e;
        c += w * sc * e;
      }
    }
  }
}
