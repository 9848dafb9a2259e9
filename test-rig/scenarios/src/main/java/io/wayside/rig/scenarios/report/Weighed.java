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
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
    long last = wanted.get(vehicles - 1).number();
    List<Match> matches =
        Match.of(truth, found).stream().filter(match -> match.truth().number() <= last).toList();
    Set<Long> right = new HashSet<>();
    matches.stream().filter(Match::axlesRight).forEach(m -> right.add(m.truth().number()));
    long inSilence =
        wanted.stream()
            .filter(each -> !right.contains(each.number()) && !Match.isTold(each, found))
            .count();
    return new Outcome(
        scenario,
        instrument.head().kind(),
        seed,
        iri,
        vehicles,
        matches,
        (int) inSilence,
        Match.invented(truth, found));
  }
}
