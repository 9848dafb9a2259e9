// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.motion.vehicle;

import io.wayside.rig.simulators.motion.road.RoadProfile;
import java.util.Arrays;

/**
 * One vehicle's drive over one road: what each wheel presses on it, at each moment between two
 * times. The two sides are two planes that share no roll; each axle's side carries its share of
 * what the whole axle would press if it met that side's bumps with both wheels.
 */
public final class Ride {
  /** Small against a wheel hop of 15 Hz; halving it changes nothing that a test can see. */
  public static final double STEP_S = 1e-3;

  private final double startS;
  private final double stepS;
  private final float[][] left;
  private final float[][] right;

  private Ride(double startS, double stepS, float[][] left, float[][] right) {
    this.startS = startS;
    this.stepS = stepS;
    this.left = left;
    this.right = right;
  }

  /**
   * Lets a vehicle come from the place where it is at {@code fromS}, at rest on its springs, and
   * keeps its forces between {@code keepFromS} and {@code toS}.
   */
  public static Ride over(
      RoadProfile road, Vehicle vehicle, Drive drive, double fromS, double keepFromS, double toS) {
    return over(road, vehicle, drive, new double[] {fromS, keepFromS, toS}, STEP_S);
  }

  static Ride over(
      RoadProfile road, Vehicle vehicle, Drive drive, double[] fromKeepTo, double stepS) {
    int before = (int) Math.ceil((fromKeepTo[1] - fromKeepTo[0]) / stepS);
    int steps = before + (int) Math.ceil((fromKeepTo[2] - fromKeepTo[1]) / stepS) + 1;
    Side left = new Side(road, vehicle, drive, true, fromKeepTo[0], stepS);
    float[][] leftN = left.forces(before, steps);
    float[][] rightN =
        vehicle.singleTrack()
            ? leftN
            : new Side(road, vehicle, drive, false, fromKeepTo[0], stepS).forces(before, steps);
    return new Ride(fromKeepTo[0] + before * stepS, stepS, leftN, rightN);
  }

  /**
   * What an axle's side presses on the road at a time, as if the whole axle met that side's road.
   */
  public double axleN(int axle, boolean leftSide, double timeS) {
    float[] forces = (leftSide ? left : right)[axle];
    double place = (timeS - startS) / stepS;
    if (place <= 0) {
      return forces[0];
    }
    int index = (int) place;
    if (index >= forces.length - 1) {
      return forces[forces.length - 1];
    }
    return forces[index] + (place - index) * (forces[index + 1] - forces[index]);
  }

  /** One side's plane on its way. */
  private record Side(
      RoadProfile road, Vehicle vehicle, Drive drive, boolean isLeft, double fromS, double stepS) {
    float[][] forces(int before, int count) {
      int axles = vehicle.axles().size();
      RideEquations equations = new RideEquations(vehicle);
      double[] begin = new double[axles];
      double[] middle = new double[axles];
      double[] end = new double[axles];
      heights(fromS, begin);
      // a body that is shifted as a whole is a body at rest; one bent to the road would not be
      double body = Arrays.stream(begin).average().orElseThrow();
      for (int i = 0; i < axles; i++) {
        equations.place(i, body, begin[i]);
      }
      float[][] kept = new float[axles][count - before];
      for (int step = 0; step < count; step++) {
        if (step >= before) {
          for (int i = 0; i < axles; i++) {
            kept[i][step - before] = (float) equations.tyreN(i, begin[i]);
          }
        }
        double time = fromS + step * stepS;
        heights(time + stepS / 2, middle);
        heights(time + stepS, end);
        equations.step(stepS, begin, middle, end, drive.accelMps2(time + stepS / 2));
        double[] next = begin;
        begin = end;
        end = next;
      }
      return kept;
    }

    private void heights(double timeS, double[] into) {
      double place = drive.placeM(timeS);
      for (int i = 0; i < into.length; i++) {
        Axle axle = vehicle.axles().get(i);
        double x = place - axle.behindM();
        double length = axle.tyres().contactM();
        into[i] = isLeft ? road.left(x, length) : road.right(x, length);
      }
    }
  }
}
