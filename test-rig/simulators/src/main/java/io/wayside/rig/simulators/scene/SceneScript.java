// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.scene;

import io.wayside.rig.simulators.scene.paint.Drift;
import io.wayside.rig.simulators.scene.paint.Light;
import io.wayside.rig.simulators.scene.paint.RoadPlan;
import io.wayside.rig.simulators.scene.paint.Shake;
import io.wayside.rig.simulators.scene.traffic.Arrival;
import io.wayside.rig.simulators.scene.traffic.CountLine;
import io.wayside.rig.simulators.scene.traffic.RedLight;
import io.wayside.rig.simulators.scene.traffic.Walk;
import io.wayside.rig.simulators.scene.view.PinholeCamera;
import java.util.List;

/** All that settles a scene. */
public record SceneScript(
    String name,
    long seed,
    Shot shot,
    double seconds,
    PinholeCamera camera,
    RoadPlan road,
    Light light,
    Drift drift,
    Shake shake,
    boolean exposureSteps,
    List<Arrival> arrivals,
    List<Walk> walks,
    List<RedLight> lights,
    List<CountLine> lines) {

  public SceneScript {
    arrivals = List.copyOf(arrivals);
    walks = List.copyOf(walks);
    lights = List.copyOf(lights);
    lines = List.copyOf(lines);
  }

  /** Number of its pictures. */
  public int pictures() {
    return (int) Math.floor(seconds * shot.rateHz() + 1e-9);
  }
}
