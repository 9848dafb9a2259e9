// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.motion.vehicle;

import java.util.List;
import java.util.Optional;

/**
 * A vehicle as it stands on its wheels. Raised axles are not among its axles.
 *
 * @param kind what people call it
 * @param layout its axles on the ground in groups from the front, such as 1-2-3
 * @param axles from the front
 * @param bodies from the front; empty for axles that move each by itself
 * @param noseM how far it reaches ahead of the first axle
 * @param tailM how far it reaches behind the last axle
 * @param metal what an inductive loop sees of it, 1 for a low car
 * @param raisedAxles axles that it carries in the air
 */
public record Vehicle(
    String kind,
    String layout,
    List<Axle> axles,
    List<Body> bodies,
    double noseM,
    double tailM,
    double metal,
    int raisedAxles) {
  /** How far a truck with a trailer reaches behind its last axle. */
  private static final double OVER_LAST_AXLE_M = 1.2;

  /** How far a trailer reaches ahead of its first axle. */
  private static final double BEFORE_TRAILER_AXLE_M = 0.8;

  /** From and to, metres behind the first axle. */
  public record Drawbar(double fromM, double toM) {}

  /** A vehicle has at least one axle, and each body its own. */
  public Vehicle {
    int owned = bodies.stream().mapToInt(Body::axles).sum();
    if (axles.isEmpty() || (!bodies.isEmpty() && owned != axles.size())) {
      throw new IllegalArgumentException(
          kind + ": bodies own " + owned + " of " + axles.size() + " axles; let them own all");
    }
    axles = List.copyOf(axles);
    bodies = List.copyOf(bodies);
  }

  /** Axles that move each by itself, as quarter-cars. */
  public static Vehicle ofQuarterCars(List<Axle> axles) {
    return new Vehicle("quarter-cars", "-", axles, List.of(), 1, 1, 1, 0);
  }

  /** Static load of all axles. */
  public double staticN() {
    return axles.stream().mapToDouble(Axle::staticN).sum();
  }

  /** From the first axle to the last. */
  public double wheelbaseM() {
    return axles.get(axles.size() - 1).behindM();
  }

  /** From nose to tail. */
  public double lengthM() {
    return noseM + wheelbaseM() + tailM;
  }

  /** A vehicle on two wheels has one track and moves in one plane only. */
  public boolean singleTrack() {
    return axles.get(0).tyres().singleTrack();
  }

  /** Where nothing but a drawbar joins two parts; empty for a vehicle in one piece. */
  public Optional<Drawbar> drawbar() {
    if (bodies.size() < 2 || bodies.get(1).hinged()) {
      return Optional.empty();
    }
    int first = bodies.get(0).axles();
    double from = axles.get(first - 1).behindM() + OVER_LAST_AXLE_M;
    return Optional.of(new Drawbar(from, axles.get(first).behindM() - BEFORE_TRAILER_AXLE_M));
  }

  Chassis chassis() {
    List<Springs> springs = axles.stream().map(Axle::springs).toList();
    double[] behind = axles.stream().mapToDouble(Axle::behindM).toArray();
    return bodies.isEmpty() ? Chassis.quarterCars(springs) : Chassis.of(springs, behind, bodies);
  }
}
