// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.motion.vehicle;

import java.util.List;

/**
 * How the bodies of a vehicle answer to forces at its axles: acceleration of each axle's mount per
 * newton at each axle, and per m/s2 of the vehicle's own acceleration (pitch under braking).
 *
 * <p>Everything is a deviation from rest, so that the loads at rest are the static loads, however
 * many axles share them.
 */
final class Chassis {
  /** Near one in real vehicles: what happens at one end is hardly felt at the other. */
  private static final double DYNAMIC_INDEX = 0.9;

  private final double[][] perKg;
  private final double[] perAccel;

  private Chassis(double[][] perKg, double[] perAccel) {
    this.perKg = perKg;
    this.perAccel = perAccel;
  }

  /** Upward acceleration of mount i per newton that pushes mount j up. */
  double[][] perKg() {
    return perKg;
  }

  /** Upward acceleration of mount i per m/s2 of acceleration along the road. */
  double[] perAccel() {
    return perAccel;
  }

  /** Each axle by itself: no pitch, no load transfer. */
  static Chassis quarterCars(List<Springs> axles) {
    int n = axles.size();
    double[][] perKg = new double[n][n];
    for (int i = 0; i < n; i++) {
      perKg[i][i] = 1 / axles.get(i).sprungKg();
    }
    return new Chassis(perKg, new double[n]);
  }

  /**
   * Rigid bodies, each with heave and pitch, and semitrailers hinged to the body before them.
   *
   * @param springs the axles from the front
   * @param behindM how far each is behind the first
   * @param bodies the bodies from the front; together they own all axles
   */
  static Chassis of(List<Springs> springs, double[] behindM, List<Body> bodies) {
    int n = springs.size();
    int freedoms = bodies.stream().mapToInt(body -> body.hinged() ? 1 : 2).sum();
    Symmetric mass = new Symmetric(freedoms);
    double[][] mount = new double[n][freedoms];
    double[] pitch = new double[freedoms];
    int axle = 0;
    int free = 0;
    for (int b = 0; b < bodies.size(); b++) {
      Body body = bodies.get(b);
      // a hinged body has the heave of the hinge, which lies on the body before it
      double[] heave = new double[freedoms];
      double origin;
      int turn;
      if (body.hinged()) {
        turn = free;
        heave[free - 2] = 1;
        heave[free - 1] = ahead(bodies.get(b - 1).originM(), body.hingeM());
        origin = body.hingeM();
        free += 1;
      } else {
        heave[free] = 1;
        turn = free + 1;
        origin = body.originM();
        free += 2;
      }
      for (int i = 0; i < body.axles(); i++, axle++) {
        mount[axle] = heave.clone();
        mount[axle][turn] += ahead(origin, behindM[axle]);
      }
      Body.Balance balance = Body.Balance.of(bodies, b, springs, behindM);
      double[] centre = heave.clone();
      centre[turn] += ahead(origin, balance.centreM());
      mass.addSquare(centre, balance.sprungKg());
      double[] rotation = new double[freedoms];
      rotation[turn] = 1;
      mass.addSquare(rotation, DYNAMIC_INDEX * balance.inertiaKgM2());
      pitch[turn] += balance.pitchKgM();
    }
    return from(mass, mount, pitch);
  }

  /** Pitch is positive nose up; a place ahead of the origin rises with it. */
  private static double ahead(double originM, double behindM) {
    return originM - behindM;
  }

  private static Chassis from(Symmetric mass, double[][] mount, double[] pitch) {
    int n = mount.length;
    double[][] perKg = new double[n][n];
    double[] perAccel = new double[n];
    double[] turned = mass.solve(pitch);
    for (int i = 0; i < n; i++) {
      double[] answer = mass.solve(mount[i]);
      for (int j = 0; j < n; j++) {
        perKg[i][j] = Symmetric.dot(mount[j], answer);
      }
      perAccel[i] = Symmetric.dot(mount[i], turned);
    }
    return new Chassis(perKg, perAccel);
  }
}
