// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.motion;

import io.wayside.rig.simulators.motion.road.RoadSpec;
import io.wayside.rig.simulators.motion.sensor.Climate;
import io.wayside.rig.simulators.motion.sensor.Sensor;
import io.wayside.rig.simulators.motion.sensor.StripLine;
import io.wayside.rig.simulators.motion.traffic.Manner;
import io.wayside.rig.simulators.motion.traffic.Mix;
import io.wayside.rig.simulators.motion.traffic.TrafficPlan;
import io.wayside.rig.simulators.motion.traffic.TrafficPlan.Position;
import io.wayside.rig.simulators.motion.traffic.TrafficPlan.Share;
import io.wayside.rig.simulators.motion.traffic.TrafficPlan.Spacing;
import io.wayside.rig.simulators.motion.traffic.TrafficPlan.Speed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The scenarios that have a name. */
public final class Scenarios {
  /** Where four lines average the body bounce of 2.5 Hz at 80 km/h: 2 v (n - 1) / (f n²). */
  private static final double FOUR_LINES_M = 3.3;

  /** The same for two lines, kept shorter than the distance between most vehicles' axles. */
  private static final double TWO_LINES_M = 4.0;

  private static final String CLASS_I = "road of site class I (Gd 4.9e-6 m3, IRI 1.2 m/km)";
  private static final Speed HIGHWAY = new Speed(80, 10, 60, 100);
  private static final double MEAN_GAP_S = 6;
  private static final MotionSite TWO_LINES =
      Sites.strips(2, TWO_LINES_M, RoadSpec.SITE_CLASS_I, Sites.QUARTZ);

  private static final List<Scenario> ALL =
      List.of(
          scenario(
              "four-lines-class-i",
              "four quartz lines 3.3 m apart, " + CLASS_I + ", all vehicles, 60 to 100 km/h",
              Sites.strips(4, FOUR_LINES_M, RoadSpec.SITE_CLASS_I, Sites.QUARTZ),
              TrafficPlan.free(Mix.HIGHWAY, HIGHWAY, MEAN_GAP_S)),
          scenario(
              "two-lines-class-i",
              "two quartz lines 4 m apart, " + CLASS_I + ", all vehicles, 60 to 100 km/h",
              TWO_LINES,
              TrafficPlan.free(Mix.HIGHWAY, HIGHWAY, MEAN_GAP_S)),
          scenario(
              "four-lines-road-b-drift",
              "four quartz lines in soft pavement, road class B (Gd 64e-6 m3, IRI 4.3 m/km),"
                  + " temperature 5 °C/h up and down by 20 °C",
              Sites.strips(4, FOUR_LINES_M, RoadSpec.B, Sites.QUARTZ_IN_SOFT_PAVEMENT)
                  .in(new Climate(25, 5, 20)),
              TrafficPlan.free(Mix.HIGHWAY, HIGHWAY, MEAN_GAP_S)),
          scenario(
              "platform-3m-low-speed",
              "platform of 3 m with four cells, approach as " + CLASS_I + ", 3 to 10 km/h",
              Sites.platform(3, 2, 25, RoadSpec.SITE_CLASS_I),
              TrafficPlan.free(Mix.HEAVY, new Speed(7, 2, 3, 10), 15)
                  .spaced(new Spacing(5, 15, 0))
                  .driven(new Share(Manner.BRAKE, 0.05), new Share(Manner.SPEED_UP, 0.05))),
          scenario(
              "static-platform",
              "platform of 18 m with eight cells, every vehicle stops with all its axles on it",
              Sites.platform(18, 4, 9, RoadSpec.SITE_CLASS_I),
              TrafficPlan.free(Mix.HEAVY, new Speed(8, 1, 5, 10), 30)
                  .spaced(new Spacing(12, 25, 0))
                  .driven(new Share(Manner.STAND, 1))),
          scenario(
              "bridge",
              "bridge of 12 m with two strain gauges and two axle detectors, road class A (Gd 16e-6"
                  + " m3, IRI 2.2 m/km), 40 to 90 km/h",
              Sites.bridge(RoadSpec.A, 0),
              TrafficPlan.free(Mix.HEAVY, new Speed(65, 10, 40, 90), MEAN_GAP_S)),
          scenario(
              "stop-and-go",
              "four lines, " + CLASS_I + ", queue at 5 to 25 km/h: stops, braking, some roll back",
              Sites.strips(4, FOUR_LINES_M, RoadSpec.SITE_CLASS_I, Sites.QUARTZ),
              TrafficPlan.free(Mix.HIGHWAY, new Speed(15, 5, 5, 25), 2)
                  .driven(
                      new Share(Manner.STOP_AND_GO, 0.4),
                      new Share(Manner.REVERSE, 0.05),
                      new Share(Manner.BRAKE, 0.2),
                      new Share(Manner.SPEED_UP, 0.2))),
          scenario(
              "tailgating",
              "four lines, "
                  + CLASS_I
                  + ", four of five drivers 0.8 to 1.0 s behind the tail ahead",
              Sites.strips(4, FOUR_LINES_M, RoadSpec.SITE_CLASS_I, Sites.QUARTZ),
              TrafficPlan.free(Mix.HIGHWAY, HIGHWAY, 3).spaced(new Spacing(0.8, 3, 0.8))),
          scenario(
              "motorcycles",
              "two lines, " + CLASS_I + ", 17 of 20 vehicles are motorcycles, anywhere in the lane",
              TWO_LINES,
              TrafficPlan.free(Mix.MOTORCYCLES, new Speed(50, 10, 20, 80), 2)),
          new Scenario(
              "straddling",
              "two lines and a piezo at 45°, "
                  + CLASS_I
                  + ", two of five drivers beside the lane's"
                  + " middle, and those of the neighbouring lane come over the line",
              diagonal(),
              TrafficPlan.free(Mix.HIGHWAY, HIGHWAY, MEAN_GAP_S)
                  .positioned(new Position(0, 0.15, 0.4, 0.6, 1.6)),
              Optional.of(
                  TrafficPlan.free(Mix.HIGHWAY, HIGHWAY, MEAN_GAP_S)
                      .positioned(new Position(-3.5, 0.2, 0.4, 0.8, 1.4)))));

  private Scenarios() {}

  /** Their names. */
  public static List<String> names() {
    return ALL.stream().map(Scenario::name).toList();
  }

  /** The scenario of that name. */
  public static Scenario named(String name) {
    return ALL.stream()
        .filter(scenario -> scenario.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Scenario " + name + " is not known; take one of " + names()));
  }

  private static Scenario scenario(
      String name, String description, MotionSite site, TrafficPlan traffic) {
    return new Scenario(name, description, site, traffic, Optional.empty());
  }

  private static MotionSite diagonal() {
    List<Sensor> sensors = new ArrayList<>(TWO_LINES.sensors());
    sensors.add(
        StripLine.whole("diagonal", 2, Sites.PIEZO_M, Sites.PIEZO)
            .angled(45)
            .bending(Sites.ASPHALT));
    return new MotionSite(
        TWO_LINES.rateHz(),
        TWO_LINES.jitterS(),
        TWO_LINES.road(),
        TWO_LINES.climate(),
        TWO_LINES.referenceM(),
        sensors);
  }
}
