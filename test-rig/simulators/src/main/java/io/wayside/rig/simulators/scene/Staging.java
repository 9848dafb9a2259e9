// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.scene;

import io.wayside.rig.simulators.scene.paint.Drift;
import io.wayside.rig.simulators.scene.paint.Light;
import io.wayside.rig.simulators.scene.paint.RoadPlan;
import io.wayside.rig.simulators.scene.paint.Shake;
import io.wayside.rig.simulators.scene.traffic.Arrival;
import io.wayside.rig.simulators.scene.traffic.RedLight;
import io.wayside.rig.simulators.scene.traffic.Walk;
import io.wayside.rig.simulators.scene.traffic.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A scene as it is put together: usual things first, then what is particular. */
final class Staging {

  private static final double LANE_M = 3.5;
  private static final double SHOULDER_M = 2.6;

  private final String name;
  private final long seed;
  private final Shot shot;
  private final double seconds;
  private final Way way;
  private final Site site;
  private final List<Walk> usualWalks;
  private Light light;
  private Drift drift = Drift.none();
  private Shake shake = new Shake(0, 0);
  private boolean exposureSteps;
  private List<Arrival> arrivals = List.of();
  private List<Walk> walks;
  private List<RedLight> lights = List.of();

  private Staging(
      String name, long seed, Shot shot, double seconds, Way way, Site site, Random random) {
    this.name = name;
    this.seed = seed;
    this.shot = shot;
    this.seconds = seconds;
    this.way = way;
    this.site = site;
    this.light =
        random.nextInt(3) == 0
            ? Light.overcast()
            : Light.clear(40 + 30 * random.nextDouble(), 360 * random.nextDouble());
    this.usualWalks = onPavement(site.road(), seconds, random);
    this.walks = usualWalks;
  }

  /** Of one scene and seed; those of neighbouring seeds have nothing in common. */
  static Random random(String name, long seed) {
    long mixed = (seed + 0x632be59bd9b4e019L * name.hashCode()) * 0x9e3779b97f4a7c15L;
    return new Random(mixed ^ (mixed >>> 29));
  }

  /** Three lanes one way. */
  static Staging oneWay(
      String name, long seed, Shot shot, double seconds, int lines, Random random) {
    Way way = random.nextBoolean() ? Way.AWAY : Way.TOWARDS;
    double half = 1.5 * LANE_M;
    RoadPlan road =
        new RoadPlan(
            -half,
            half,
            List.of(-LANE_M / 2, LANE_M / 2),
            Double.NaN,
            trees(-half, half, 1 + random.nextInt(3), random));
    return new Staging(
        name, seed, shot, seconds, way, Site.overhead(road, shot, lines, random), random);
  }

  /** Three lanes one way and room beside the outer one. */
  static Staging withShoulder(String name, long seed, Shot shot, double seconds, Random random) {
    Way way = random.nextBoolean() ? Way.AWAY : Way.TOWARDS;
    double half = 1.5 * LANE_M;
    double left = way == Way.TOWARDS ? -half - SHOULDER_M : -half;
    double right = way == Way.AWAY ? half + SHOULDER_M : half;
    RoadPlan road =
        new RoadPlan(
            left,
            right,
            List.of(-LANE_M / 2, LANE_M / 2),
            Double.NaN,
            trees(left, right, 1 + random.nextInt(3), random));
    return new Staging(
        name, seed, shot, seconds, way, Site.overhead(road, shot, 1, random), random);
  }

  /** Two lanes each way. */
  static Staging twoWays(String name, long seed, Shot shot, double seconds, Random random) {
    double half = 2 * LANE_M + 0.3;
    RoadPlan road =
        new RoadPlan(-half, half, List.of(-LANE_M, LANE_M), 0, trees(-half, half, 1, random));
    return new Staging(
        name, seed, shot, seconds, Way.AWAY, Site.beside(road, shot, 2, random), random);
  }

  /** On the left (1), on the right (2) or on both sides (3). */
  private static List<RoadPlan.Tree> trees(double left, double right, int sides, Random random) {
    List<RoadPlan.Tree> trees = new ArrayList<>();
    for (double y = 13; y < 90; y += 8 + 5 * random.nextDouble()) {
      for (int side = 1; side <= 2; side++) {
        if ((sides & side) != 0) {
          double away = 2.3 + 0.6 * random.nextDouble();
          trees.add(
              new RoadPlan.Tree(
                  side == 1 ? left - away : right + away,
                  y + 2 * random.nextDouble(),
                  4.3 + random.nextDouble(),
                  1.5 + 0.7 * random.nextDouble()));
        }
      }
    }
    return trees;
  }

  private static List<Walk> onPavement(RoadPlan road, double seconds, Random random) {
    List<Walk> walks = new ArrayList<>();
    for (double time = 20; time < seconds; time += 40 + 40 * random.nextDouble()) {
      boolean right = random.nextBoolean();
      boolean away = random.nextBoolean();
      walks.add(
          new Walk(
              time,
              random.nextLong(),
              right ? road.rightM() + 1.4 : road.leftM() - 1.4,
              away ? 6 : 45,
              0,
              away ? 1.3 : -1.3,
              30));
    }
    return walks;
  }

  double seconds() {
    return seconds;
  }

  Way way() {
    return way;
  }

  Site site() {
    return site;
  }

  RoadPlan road() {
    return site.road();
  }

  List<Walk> walks() {
    return usualWalks;
  }

  /** +1 or -1: from the middle of the road to the kerb on the right of who drives. */
  double outwards() {
    return way.sign();
  }

  /** The middle of a lane; 2 is the one at the kerb. */
  double laneM(int lane) {
    return (lane - 1) * LANE_M * outwards();
  }

  double shoulderM() {
    return (1.5 * LANE_M + SHOULDER_M / 2) * outwards();
  }

  Staging with(List<Arrival> who) {
    arrivals = who;
    return this;
  }

  Staging under(Light how) {
    light = how;
    return this;
  }

  Staging drifting(Drift how, boolean steps) {
    drift = how;
    exposureSteps = steps;
    return this;
  }

  Staging shaken(Shake how) {
    shake = how;
    return this;
  }

  Staging walking(List<Walk> who) {
    walks = who;
    return this;
  }

  Staging stoppedBy(List<RedLight> reds) {
    lights = reds;
    return this;
  }

  SceneScript script() {
    return new SceneScript(
        name,
        seed,
        shot,
        seconds,
        site.camera(),
        site.road(),
        light,
        drift,
        shake,
        exposureSteps,
        arrivals,
        walks,
        lights,
        site.lines());
  }
}
