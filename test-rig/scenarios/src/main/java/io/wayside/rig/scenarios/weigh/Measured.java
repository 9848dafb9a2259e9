// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.weigh;

import io.wayside.rig.scenarios.weigh.Matching.Pairing;
import io.wayside.rig.simulators.motion.Scenario;
import java.util.List;

/**
 * All there is to tell about one run.
 *
 * @param way how the samples came to the station
 * @param iri International Roughness Index of the road as the seed made it, m/km
 * @param calibrated the instrument
 * @param played truth and times
 * @param weighed how many vehicles the station told of
 * @param flagged of one-to-one matches, those that must not be offered for enforcement
 * @param clean figures of the others
 * @param all figures of all one-to-one matches
 */
record Measured(
    Scenario scenario,
    long seed,
    String way,
    double iri,
    Calibrated calibrated,
    Play.Played played,
    int weighed,
    List<Pairing> pairs,
    int flagged,
    Wrongs wrongs,
    Figures clean,
    Figures all,
    Decisions decisions) {

  Measured {
    pairs = List.copyOf(pairs);
  }

  /** Seconds of signal in a second of one processor, the station's code alone. */
  double speed() {
    return played.signalS() / played.stationCpuS();
  }

  /** The words a figure of a simulation is never without. */
  String claim() {
    return "in simulation, " + RoadWords.of(scenario.site().road(), iri);
  }
}
