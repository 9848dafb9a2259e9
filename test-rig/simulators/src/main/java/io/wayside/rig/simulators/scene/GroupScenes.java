// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.scene;

import io.wayside.rig.simulators.scene.Flow.Lane;
import io.wayside.rig.simulators.scene.shape.VehicleKind;
import io.wayside.rig.simulators.scene.traffic.Arrival;
import io.wayside.rig.simulators.scene.traffic.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Scenes of vehicles close together. */
final class GroupScenes {

  private static final double GROUP_EVERY_S = 6;

  private GroupScenes() {}

  static SceneScript groups(String name, long seed, Shot shot, double seconds) {
    Random random = Staging.random(name, seed);
    Staging staging = Staging.oneWay(name, seed, shot, seconds, 1, random);
    List<Arrival> arrivals = new ArrayList<>();
    int size = 2;
    for (double time = 4; time < seconds; time += GROUP_EVERY_S) {
      arrivals.addAll(group(time, size, staging, random));
      size = size == 6 ? 2 : size + 1;
    }
    return staging.with(arrivals).script();
  }

  /** So many abreast, none exactly beside the other, about as fast. */
  private static List<Arrival> group(double timeS, int size, Staging staging, Random random) {
    double spacing = 1.15 + 0.35 * random.nextDouble();
    double room = staging.road().rightM() - staging.road().leftM() - 2 - spacing * (size - 1);
    double first = staging.road().leftM() + 1 + room * random.nextDouble();
    double mps = 8 + 3 * random.nextDouble();
    List<Arrival> group = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      double x = first + i * spacing + 0.12 * (2 * random.nextDouble() - 1);
      double behindM = 1.6 * random.nextDouble();
      double wish = mps * (0.99 + 0.02 * random.nextDouble());
      group.add(
          Arrival.of(
              timeS + behindM / mps,
              VehicleKind.MOTORCYCLE,
              random.nextLong(),
              x,
              staging.way(),
              wish));
    }
    return group;
  }

  static SceneScript mixedDense(String name, long seed, Shot shot, double seconds) {
    Random random = Staging.random(name, seed);
    Staging staging = Staging.oneWay(name, seed, shot, seconds, 1, random);
    Flow flow = new Flow(random, 3, seconds);
    List<Arrival> arrivals = new ArrayList<>();
    for (int lane = 0; lane < 2; lane++) {
      arrivals.addAll(
          flow.along(
              new Lane(staging.way(), staging.laneM(lane), 0.35, 10, 2.5, 5, 7, false), Flow.TOWN));
    }
    for (int path = 0; path < 4; path++) {
      double x = staging.laneM(2) + staging.outwards() * (0.9 - 0.75 * path);
      arrivals.addAll(
          flow.along(new Lane(staging.way(), x, 0.3, 14, 0.8, 6, 9, true), Flow.TWO_WHEELS));
    }
    List<Walk> walks = new ArrayList<>(staging.walks());
    double across = staging.road().rightM() - staging.road().leftM() + 5;
    walks.add(
        new Walk(
            0.5 * seconds,
            random.nextLong(),
            staging.road().leftM() - 2,
            staging.site().lines().get(0).yM() + 9,
            1.3,
            0,
            across / 1.3));
    return staging.with(arrivals).walking(walks).script();
  }
}
