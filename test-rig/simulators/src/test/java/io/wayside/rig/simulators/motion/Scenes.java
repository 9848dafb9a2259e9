// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.motion;

import io.wayside.rig.simulators.motion.road.RoadSpec;
import io.wayside.rig.simulators.motion.sensor.Climate;
import io.wayside.rig.simulators.motion.sensor.Sensor;
import io.wayside.rig.simulators.motion.traffic.Arrival;
import io.wayside.rig.simulators.motion.vehicle.Axle;
import io.wayside.rig.simulators.motion.vehicle.Body;
import io.wayside.rig.simulators.motion.vehicle.Pressure;
import io.wayside.rig.simulators.motion.vehicle.Suspension;
import io.wayside.rig.simulators.motion.vehicle.Tyres;
import io.wayside.rig.simulators.motion.vehicle.Vehicle;
import java.util.List;

/** Small sites and vehicles for tests. */
public final class Scenes {
  public static final double RATE_HZ = 10_000;

  private Scenes() {}

  public static MotionSite site(RoadSpec road, Sensor... sensors) {
    return new MotionSite(RATE_HZ, 0, road, Climate.constant(20), 0, List.of(sensors));
  }

  public static MotionScene scene(MotionSite site, Arrival... arrivals) {
    return new MotionScene(site, List.of(arrivals).iterator(), 1);
  }

  public static Tyres single(double contactM, Pressure pressure) {
    return new Tyres(2.0, 0.28, false, contactM, pressure);
  }

  public static Tyres dual(double contactM, Pressure pressure) {
    return new Tyres(1.85, 0.23, true, contactM, pressure);
  }

  /** A truck with two axles of 6 and 9 t. */
  public static Vehicle truck(double contactM, Pressure pressure) {
    return new Vehicle(
        "truck",
        "1-1",
        List.of(
            new Axle(
                0, Suspension.STEER_LEAF.carrying(6500, 6000), single(contactM, pressure), 0.5),
            new Axle(
                4.8, Suspension.DRIVE_LEAF.carrying(10_000, 9000), dual(contactM, pressure), 0.52)),
        List.of(Body.rigid(2, 0, 1.4)),
        1.3,
        2.0,
        0.6,
        0);
  }

  public static double sum(double[] samples) {
    double sum = 0;
    for (double sample : samples) {
      sum += sample;
    }
    return sum;
  }
}
