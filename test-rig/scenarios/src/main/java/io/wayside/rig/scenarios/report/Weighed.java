// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.report;

import io.wayside.core.data.GarbledData;
import io.wayside.rig.simulators.motion.MotionScene;
import io.wayside.rig.simulators.motion.Scenario;
import io.wayside.rig.simulators.motion.TrueVehicle;
import io.wayside.rig.simulators.motion.road.RoughnessIndex;
import io.wayside.weighing.calibration.TooFewRuns;
import io.wayside.weighing.lane.OpenInstrument;
import io.wayside.weighing.motion.MotionVehicle;
import java.util.ArrayList;
import java.util.List;

/** Calibrates an instrument with known vehicles, lets the traffic over it, and compares. */
final class Weighed {

  private Weighed() {}

  /**
   * @param runs of known vehicles, before
   */
  static Outcome of(Scenario scenario, long seed, int vehicles, int runs)
      throws GarbledData, TooFewRuns {
    MotionScene scene = scenario.scene(seed);
    double iri = RoughnessIndex.of(scene.road());
    OpenInstrument instrument =
        OpenInstrument.of(new Calibrating(scenario, seed, runs).document(), Play.channels(scene));
    List<MotionVehicle> found = new ArrayList<>();
    List<TrueVehicle> truth = Play.weighed(scene, vehicles, instrument.weighing(), found::add);
    List<TrueVehicle> wanted = truth.subList(0, vehicles);
    List<Match> matches =
        Match.of(truth, found).stream().filter(match -> wanted.contains(match.truth())).toList();
    return new Outcome(scenario, instrument.head().kind(), seed, iri, vehicles, matches);
  }
}
