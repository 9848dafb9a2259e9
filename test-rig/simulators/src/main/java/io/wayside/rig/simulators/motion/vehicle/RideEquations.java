// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.motion.vehicle;

import java.util.List;

/**
 * The equations of motion of one side of a vehicle, scaled to whole axles: deviations from rest of
 * mounts, wheels and the forces in sticking leaves, integrated by Runge-Kutta of fourth order.
 *
 * <p>State: for axle i the values 5i..5i+4 are the mount's height and speed, the wheel's height and
 * speed, the friction force.
 */
final class RideEquations {
  private static final int PER_AXLE = 5;

  /**
   * Leaves creep towards sliding over this travel: some energy is lost in the smallest movement.
   */
  private static final double YIELD_M = 0.002;

  private final int axles;
  private final double[][] perKg;
  private final double[] perAccel;
  private final double[] unsprungKg;
  private final double[] spring;
  private final double[] damper;
  private final double[] tyre;
  private final double[] friction;
  private final double[] staticN;
  private final double[] state;
  private final double[][] slopes;
  private final double[] trial;
  private final double[] push;

  RideEquations(Vehicle vehicle) {
    List<Springs> springs = vehicle.axles().stream().map(Axle::springs).toList();
    Chassis chassis = vehicle.chassis();
    this.axles = springs.size();
    this.perKg = chassis.perKg();
    this.perAccel = chassis.perAccel();
    this.unsprungKg = springs.stream().mapToDouble(Springs::unsprungKg).toArray();
    this.spring = springs.stream().mapToDouble(Springs::springNPerM).toArray();
    this.damper = springs.stream().mapToDouble(Springs::damperNsPerM).toArray();
    this.tyre = springs.stream().mapToDouble(Springs::tyreNPerM).toArray();
    this.friction = springs.stream().mapToDouble(Springs::frictionN).toArray();
    this.staticN = springs.stream().mapToDouble(Springs::staticN).toArray();
    this.state = new double[PER_AXLE * axles];
    this.slopes = new double[4][PER_AXLE * axles];
    this.trial = new double[PER_AXLE * axles];
    this.push = new double[axles];
  }

  /** Puts mount and wheel of an axle at a height, at rest. */
  void place(int axle, double mountM, double wheelM) {
    state[PER_AXLE * axle] = mountM;
    state[PER_AXLE * axle + 2] = wheelM;
  }

  double mountM(int axle) {
    return state[PER_AXLE * axle];
  }

  double wheelM(int axle) {
    return state[PER_AXLE * axle + 2];
  }

  /** What the tyres press on the road now; a wheel in the air presses nothing. */
  double tyreN(int axle, double roadM) {
    return Math.max(0, staticN[axle] + tyre[axle] * (roadM - wheelM(axle)));
  }

  /** Goes on by one step; the road under each axle at its beginning, middle and end. */
  void step(double seconds, double[] begin, double[] middle, double[] end, double accelMps2) {
    slope(state, begin, accelMps2, slopes[0]);
    slope(ahead(slopes[0], seconds / 2), middle, accelMps2, slopes[1]);
    slope(ahead(slopes[1], seconds / 2), middle, accelMps2, slopes[2]);
    slope(ahead(slopes[2], seconds), end, accelMps2, slopes[3]);
    for (int i = 0; i < state.length; i++) {
      state[i] += seconds / 6 * (slopes[0][i] + 2 * (slopes[1][i] + slopes[2][i]) + slopes[3][i]);
    }
  }

  private double[] ahead(double[] slope, double seconds) {
    for (int i = 0; i < state.length; i++) {
      trial[i] = state[i] + seconds * slope[i];
    }
    return trial;
  }

  private void slope(double[] at, double[] road, double accelMps2, double[] slope) {
    for (int i = 0, s = 0; i < axles; i++, s += PER_AXLE) {
      double closing = at[s + 3] - at[s + 1];
      push[i] = spring[i] * (at[s + 2] - at[s]) + damper[i] * closing + at[s + 4];
      double lift = Math.max(-staticN[i], tyre[i] * (road[i] - at[s + 2]));
      slope[s] = at[s + 1];
      slope[s + 2] = at[s + 3];
      slope[s + 3] = (lift - push[i]) / unsprungKg[i];
      slope[s + 4] = closing * friction[i] / YIELD_M - Math.abs(closing) * at[s + 4] / YIELD_M;
    }
    for (int i = 0, s = 0; i < axles; i++, s += PER_AXLE) {
      double[] row = perKg[i];
      double up = perAccel[i] * accelMps2;
      for (int j = 0; j < axles; j++) {
        up += row[j] * push[j];
      }
      slope[s + 1] = up;
    }
  }
}
