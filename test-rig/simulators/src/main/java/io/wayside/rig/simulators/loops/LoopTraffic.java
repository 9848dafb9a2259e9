// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.loops;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Vehicles of usual shapes that follow each other through a lane; what is true is known. */
public final class LoopTraffic {

  private final Random random;

  public LoopTraffic(long seed) {
    this.random = new Random(seed);
  }

  /**
   * A shape: its class by the thirteen of FHWA, and what its axles may be.
   *
   * @param spacingsM each from and to
   * @param axlesKg each from and to
   */
  private record Shape(
      String kind,
      int share,
      double frontM,
      double rearM,
      List<Between> spacingsM,
      List<Between> axlesKg) {}

  private record Between(double from, double to) {}

  private static final List<Shape> SHAPES =
      List.of(
          new Shape("1", 10, 0.35, 0.4, s(1.2, 1.55), s(60, 130, 90, 190)),
          new Shape("2", 30, 0.8, 0.9, s(2.35, 2.95), s(500, 900, 450, 850)),
          new Shape("3", 12, 0.85, 1.1, s(3.2, 3.9), s(700, 1100, 700, 1300)),
          new Shape("4", 5, 2.4, 3.0, s(7.2, 8.2), s(4000, 6500, 7000, 11000)),
          new Shape("5", 10, 1.2, 1.8, s(4.0, 6.2), s(2200, 5000, 3500, 8500)),
          new Shape("6", 7, 1.3, 1.5, s(3.5, 5.5, 1.25, 1.4), s(4000, 6500, 5, 8, 5, 8)),
          new Shape(
              "7", 3, 1.3, 1.2, s(3.2, 4.5, 1.2, 1.4, 1.2, 1.4), s(5000, 7000, 5, 8, 5, 8, 5, 8)),
          new Shape("8", 4, 1.3, 1.8, s(3.5, 4.2, 6.0, 9.5), s(4500, 6500, 6, 10, 6, 9)),
          new Shape(
              "9",
              12,
              1.3,
              2.0,
              s(3.3, 4.5, 1.25, 1.4, 7.0, 11.0, 1.25, 1.4),
              s(5000, 6500, 6, 9, 6, 9, 5, 9, 5, 9)),
          new Shape(
              "10",
              5,
              1.3,
              2.0,
              s(3.3, 4.5, 1.25, 1.4, 6.0, 9.0, 1.25, 1.4, 1.25, 1.4),
              s(5000, 6500, 6, 9, 6, 9, 5, 8, 5, 8, 5, 8)),
          new Shape(
              "11",
              1,
              1.2,
              1.2,
              s(3.6, 4.2, 5.5, 7.0, 2.4, 3.2, 5.5, 7.0),
              s(4500, 6000, 6, 9, 6, 9, 6, 8, 6, 8)),
          new Shape(
              "12",
              1,
              1.2,
              1.2,
              s(3.6, 4.2, 1.25, 1.4, 5.5, 7.0, 2.6, 3.4, 5.5, 7.0),
              s(4500, 6000, 5, 8, 5, 8, 6, 9, 6, 8, 6, 8)));

  /** A vehicle at an even speed whose front reaches the lane's zero then. */
  public LoopVehicle next(double atS, double mps) {
    return next(atS, mps, 0);
  }

  /** A vehicle that speeds up or slows down as it passes. */
  public LoopVehicle next(double atS, double mps, double mps2) {
    Shape shape = pick();
    List<Double> spacings = new ArrayList<>();
    double wheelbase = 0;
    for (Between range : shape.spacingsM()) {
      double spacing = between(range);
      spacings.add(spacing);
      wheelbase += spacing;
    }
    List<Double> loads = new ArrayList<>();
    for (Between range : shape.axlesKg()) {
      loads.add(between(range) * (range.to() < 50 ? 1000 : 1));
    }
    double front = shape.frontM() * (0.9 + 0.2 * random.nextDouble());
    double rear = shape.rearM() * (0.9 + 0.2 * random.nextDouble());
    return new LoopVehicle(
        shape.kind(), front + wheelbase + rear, front, spacings, loads, drive(atS, mps, mps2));
  }

  /** From a little before the lane's zero until it is far behind it. */
  public static Drive drive(double atS, double mps, double mps2) {
    double beforeS = 0.5;
    double startM = -(mps * beforeS - mps2 * beforeS * beforeS / 2);
    return new Drive(atS - beforeS, startM, mps - mps2 * beforeS)
        .then(beforeS + 45 / mps, mps2)
        .then(60, 0);
  }

  /** Free flow: vehicles with headways and speeds of their own. */
  public List<LoopVehicle> freeFlow(int vehicles, double fromS) {
    List<LoopVehicle> traffic = new ArrayList<>();
    double s = fromS;
    for (int i = 0; i < vehicles; i++) {
      double mps = 8 + 25 * random.nextDouble();
      traffic.add(next(s, mps));
      double lastM = traffic.get(i).lengthM();
      s += lastM / mps + 1.2 - 3 * Math.log(1 - random.nextDouble());
    }
    return traffic;
  }

  private Shape pick() {
    int sum = SHAPES.stream().mapToInt(Shape::share).sum();
    int drawn = random.nextInt(sum);
    for (Shape shape : SHAPES) {
      drawn -= shape.share();
      if (drawn < 0) {
        return shape;
      }
    }
    throw new IllegalStateException("shares do not add up");
  }

  private double between(Between range) {
    return range.from() + (range.to() - range.from()) * random.nextDouble();
  }

  /** Pairs of from and to. */
  private static List<Between> s(double... ends) {
    List<Between> ranges = new ArrayList<>();
    for (int i = 0; i < ends.length; i += 2) {
      ranges.add(new Between(ends[i], ends[i + 1]));
    }
    return ranges;
  }
}
