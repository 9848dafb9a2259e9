// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.scene;

import io.wayside.rig.simulators.scene.shape.VehicleKind;
import io.wayside.rig.simulators.scene.traffic.Arrival;
import io.wayside.rig.simulators.scene.traffic.RedLight;
import io.wayside.rig.simulators.scene.traffic.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Scenes of ten vehicles that stand for a while, across the line or on one side of it. */
final class QueueScenes {

  private static final int QUEUE_LENGTH = 10;

  /** From the last arrival on the road until all stand. */
  private static final double COMES_S = 16;

  /** Longer until those stand who come towards the camera: they have farther to go. */
  private static final double LATE_S = 8;

  /** All stand together for so long in the scenes that have no length of their own. */
  private static final double MINUTE_S = 60;

  /**
   * The front of the first one stands so far past the line: it covers the line, or the next does.
   */
  private static final double PAST_LINE_M = 5;

  /** Between two stops, so long that a part of the queue passes. */
  private static final double GREEN_S = 2.5;

  private QueueScenes() {}

  static SceneScript queue(String name, long seed, Shot shot, double seconds) {
    return lanes(name, seed, shot, seconds, MINUTE_S, PAST_LINE_M);
  }

  /** All stand together for so long. */
  static Scenes.Maker standing(double standS) {
    return (name, seed, shot, seconds) -> lanes(name, seed, shot, seconds, standS, PAST_LINE_M);
  }

  /** The first one stands so far past the line, or before it where that is negative. */
  static Scenes.Maker stoppingM(double pastLineM) {
    return (name, seed, shot, seconds) -> lanes(name, seed, shot, seconds, MINUTE_S, pastLineM);
  }

  private static SceneScript lanes(
      String name, long seed, Shot shot, double seconds, double standS, double pastLineM) {
    Random random = Staging.random(name, seed);
    Staging staging = Staging.oneWay(name, seed, shot, seconds, 1, random);
    List<Arrival> arrivals = new ArrayList<>();
    double last = arrive(arrivals, staging, random);
    return staging
        .with(arrivals)
        .stoppedBy(List.of(red(staging, pastLineM, 0, off(last, staging) + standS)))
        .script();
  }

  /** Some pass, then the light is red again for those that are left. */
  static SceneScript twice(String name, long seed, Shot shot, double seconds) {
    Random random = Staging.random(name, seed);
    Staging staging = Staging.oneWay(name, seed, shot, seconds, 1, random);
    List<Arrival> arrivals = new ArrayList<>();
    double green = off(arrive(arrivals, staging, random), staging) + 20;
    double again = green + GREEN_S + 1.5 * random.nextDouble();
    return staging
        .with(arrivals)
        .stoppedBy(
            List.of(
                red(staging, PAST_LINE_M, 0, green), red(staging, PAST_LINE_M, again, again + 35)))
        .script();
  }

  /** Five of four wheels; then five motorcycles come and squeeze through between them. */
  static SceneScript mixed(String name, long seed, Shot shot, double seconds) {
    Random random = Staging.random(name, seed);
    Staging staging = Staging.oneWay(name, seed, shot, seconds, 1, random);
    List<Arrival> arrivals = new ArrayList<>();
    double time = 7;
    for (int i = 0; i < QUEUE_LENGTH; i++) {
      boolean two = i >= QUEUE_LENGTH / 2;
      double x = two ? staging.laneM(i % 2) + 1.75 * staging.outwards() : staging.laneM(i % 3);
      VehicleKind kind = two ? VehicleKind.MOTORCYCLE : fourWheels(random);
      Arrival arrival =
          Arrival.of(
              time,
              kind,
              random.nextLong(),
              x + 0.3 * (random.nextDouble() - 0.5),
              staging.way(),
              7.5 + random.nextDouble());
      arrivals.add(two ? arrival.filtering() : arrival);
      time += 1.1 + 0.8 * random.nextDouble();
    }
    return staging
        .with(arrivals)
        .stoppedBy(List.of(red(staging, PAST_LINE_M, 0, off(time, staging) + MINUTE_S)))
        .script();
  }

  /** By lane and one after the other; returns when the last has come. */
  private static double arrive(List<Arrival> arrivals, Staging staging, Random random) {
    int[] lanes = {0, 1, 2, 2, 0, 2, 1, 2, 2, 0};
    double time = 7;
    for (int i = 0; i < QUEUE_LENGTH; i++) {
      boolean two = lanes[i] == 2;
      VehicleKind kind = two ? VehicleKind.MOTORCYCLE : fourWheels(random);
      double x = staging.laneM(lanes[i]) + (two ? 0.9 * ((i / 2) % 2 == 0 ? 1 : -1) : 0);
      arrivals.add(
          Arrival.of(
              time,
              kind,
              random.nextLong(),
              x + 0.2 * (random.nextDouble() - 0.5),
              staging.way(),
              7.5 + random.nextDouble()));
      time += 1.1 + 0.8 * random.nextDouble();
    }
    return time;
  }

  private static double off(double lastS, Staging staging) {
    return lastS + COMES_S + (staging.way() == Way.AWAY ? 0 : LATE_S);
  }

  private static RedLight red(Staging staging, double pastLineM, double fromS, double toS) {
    double stopM = staging.site().lines().get(0).yM() + pastLineM * staging.way().sign();
    return new RedLight(staging.way(), stopM, fromS, toS);
  }

  private static VehicleKind fourWheels(Random random) {
    double share = random.nextDouble();
    return share < 0.65 ? VehicleKind.CAR : share < 0.85 ? VehicleKind.VAN : VehicleKind.TRUCK;
  }
}
