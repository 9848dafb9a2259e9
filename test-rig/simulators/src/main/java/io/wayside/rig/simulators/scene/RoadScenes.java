// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.scene;

import io.wayside.rig.simulators.scene.Flow.Lane;
import io.wayside.rig.simulators.scene.paint.Drift;
import io.wayside.rig.simulators.scene.paint.Light;
import io.wayside.rig.simulators.scene.paint.Shake;
import io.wayside.rig.simulators.scene.shape.VehicleKind;
import io.wayside.rig.simulators.scene.traffic.Arrival;
import io.wayside.rig.simulators.scene.traffic.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Scenes of vehicles that drive by themselves. */
final class RoadScenes {

  private static final double BEFORE_FIRST_S = 4;
  private static final double SHAKE_PX = 2.2;

  private RoadScenes() {}

  static SceneScript freeFlow(String name, long seed, Shot shot, double seconds) {
    Random random = Staging.random(name, seed);
    Staging staging = Staging.oneWay(name, seed, shot, seconds, 2, random);
    return staging.with(flow(staging, 1, random)).script();
  }

  static SceneScript night(String name, long seed, Shot shot, double seconds) {
    Random random = Staging.random(name, seed);
    Staging staging = Staging.oneWay(name, seed, shot, seconds, 1, random);
    Light light =
        Light.night(0.015 + 0.025 * random.nextDouble(), random.nextInt(3) == 0 ? 0.6 : 0);
    return staging.with(flow(staging, 0.8, random)).under(light).script();
  }

  static SceneScript rain(String name, long seed, Shot shot, double seconds) {
    Random random = Staging.random(name, seed);
    Staging staging = Staging.oneWay(name, seed, shot, seconds, 1, random);
    Light light = Light.rainy(0.5 + 0.5 * random.nextDouble());
    return staging.with(flow(staging, 0.8, random)).under(light).script();
  }

  static SceneScript shadow(String name, long seed, Shot shot, double seconds) {
    Random random = Staging.random(name, seed);
    Staging staging = Staging.oneWay(name, seed, shot, seconds, 1, random);
    double side = random.nextBoolean() ? 1 : -1;
    Light light =
        Light.clear(20 + 12 * random.nextDouble(), side * (70 + 30 * random.nextDouble()));
    return staging.with(flow(staging, 1, random)).under(light).script();
  }

  static SceneScript shake(String name, long seed, Shot shot, double seconds) {
    Random random = Staging.random(name, seed);
    return Staging.oneWay(name, seed, shot, seconds, 1, random)
        .shaken(new Shake(SHAKE_PX, seed))
        .script();
  }

  static SceneScript shakeTraffic(String name, long seed, Shot shot, double seconds) {
    Random random = Staging.random(name, seed);
    Staging staging = Staging.oneWay(name, seed, shot, seconds, 1, random);
    return staging.with(flow(staging, 0.8, random)).shaken(new Shake(SHAKE_PX, seed)).script();
  }

  static SceneScript exposure(String name, long seed, Shot shot, double seconds) {
    Random random = Staging.random(name, seed);
    Staging staging = Staging.oneWay(name, seed, shot, seconds, 1, random);
    List<Arrival> arrivals = new ArrayList<>(flow(staging, 0.7, random));
    // White vans and buses enough to make the camera change its exposure.
    for (double time = 15; time < seconds; time += 22) {
      arrivals.add(
          Arrival.of(
              time, VehicleKind.BUS, random.nextLong(), staging.laneM(1), staging.way(), 11));
    }
    return staging
        .with(arrivals)
        .under(Light.clear(50, 40))
        .drifting(new Drift(14, 0.75, 37, seed), true)
        .script();
  }

  static SceneScript wrongWay(String name, long seed, Shot shot, double seconds) {
    Random random = Staging.random(name, seed);
    Staging staging = Staging.withShoulder(name, seed, shot, seconds, random);
    List<Arrival> arrivals = new ArrayList<>(flow(staging, 0.8, random));
    Way against = staging.way() == Way.AWAY ? Way.TOWARDS : Way.AWAY;
    VehicleKind[] kinds = {VehicleKind.MOTORCYCLE, VehicleKind.CAR, VehicleKind.MOTORCYCLE};
    for (int i = 0; (i + 0.4) * 30 < seconds; i++) {
      arrivals.add(
          Arrival.of(
              (i + 0.4) * 30,
              kinds[i % kinds.length],
              random.nextLong(),
              staging.shoulderM(),
              against,
              6 + 2 * random.nextDouble()));
    }
    return staging.with(arrivals).script();
  }

  static SceneScript stopped(String name, long seed, Shot shot, double seconds) {
    Random random = Staging.random(name, seed);
    Staging staging = Staging.oneWay(name, seed, shot, seconds, 1, random);
    List<Arrival> arrivals = new ArrayList<>(flow(staging, 0.7, random));
    double past = staging.way().sign() * (random.nextBoolean() ? 4 : -4);
    Arrival.Halt halt =
        new Arrival.Halt(
            staging.site().lines().get(0).yM() + past, staging.laneM(2) + staging.outwards(), 45);
    VehicleKind kind = random.nextBoolean() ? VehicleKind.VAN : VehicleKind.CAR;
    arrivals.add(
        Arrival.of(18, kind, random.nextLong(), staging.laneM(2), staging.way(), 9).halting(halt));
    return staging.with(arrivals).script();
  }

  static SceneScript twoDirections(String name, long seed, Shot shot, double seconds) {
    Random random = Staging.random(name, seed);
    Staging staging = Staging.twoWays(name, seed, shot, seconds, random);
    Flow flow = new Flow(random, BEFORE_FIRST_S, seconds);
    List<Arrival> arrivals = new ArrayList<>();
    for (Way way : Way.values()) {
      arrivals.addAll(
          flow.along(
              new Lane(way, 1.9 * way.sign(), 0.2, 8, 2.4, 11, 15, false), Flow.FOUR_WHEELS));
      arrivals.addAll(
          flow.along(new Lane(way, 5.3 * way.sign(), 0.9, 14, 1.3, 8, 11, true), Flow.TWO_WHEELS));
    }
    return staging.with(arrivals).script();
  }

  /** Two lanes of four wheels and one of two. */
  private static List<Arrival> flow(Staging staging, double strength, Random random) {
    Flow flow = new Flow(random, BEFORE_FIRST_S, staging.seconds());
    List<Arrival> arrivals = new ArrayList<>();
    for (int lane = 0; lane < 2; lane++) {
      arrivals.addAll(
          flow.along(
              new Lane(staging.way(), staging.laneM(lane), 0.2, 9 * strength, 2.4, 11, 15, false),
              Flow.FOUR_WHEELS));
    }
    arrivals.addAll(
        flow.along(
            new Lane(staging.way(), staging.laneM(2), 1.0, 16 * strength, 1.3, 8, 11, true),
            Flow.TWO_WHEELS));
    return arrivals;
  }
}
