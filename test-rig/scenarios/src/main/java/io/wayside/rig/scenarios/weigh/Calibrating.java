// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.weigh;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.core.data.Value.Fields;
import io.wayside.core.device.DeviceException;
import io.wayside.rig.simulators.motion.MotionScene;
import io.wayside.rig.simulators.motion.Scenario;
import io.wayside.weighing.calibration.FitSettings;
import io.wayside.weighing.calibration.Fitting;
import io.wayside.weighing.calibration.Proposal;
import io.wayside.weighing.calibration.SensorFit;
import io.wayside.weighing.calibration.TooFewRuns;
import io.wayside.weighing.instrument.Calibration;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.IntConsumer;

/** Finds an instrument's constants by known trucks, with the station's own calibration. */
final class Calibrating {

  private final Scenario scenario;
  private final Signal.Way way;

  Calibrating(Scenario scenario, Signal.Way way) {
    this.scenario = scenario;
    this.way = way;
  }

  Calibrated run(int runsOfEach, long seed, IntConsumer progress)
      throws IOException, DeviceException, GarbledData, TooFewRuns {
    Fields nominal = SiteDocument.nominal(scenario);
    MotionScene scene = scenario.scene(seed, KnownTrucks.traffic(scenario, runsOfEach, seed));
    List<String> channels = Quantum.of(scene.site()).stream().map(Quantum::name).toList();
    CalibrationRuns runs = new CalibrationRuns(nominal, scenario.site(), channels);
    int passes = runsOfEach * KnownTrucks.TRUCKS;
    Play.Played played;
    try (Signal signal = way.to(scene)) {
      played = Play.run(signal, passes, runs::samples, block -> {}, progress);
    }
    List<SensorFit> fits = new Fitting(FitSettings.USUAL).fit(runs.finish(played.truth()));
    LocalDate day = LocalDate.ofInstant(SceneTime.BEGIN, ZoneOffset.UTC);
    Proposal proposal =
        Proposal.of(
            Node.of("the document of the simulated site", nominal),
            fits,
            new Calibration("rig-" + seed, day, "wayside rig weigh"));
    return new Calibrated(
        SiteDocument.verified(proposal.document(), scenario),
        fits,
        KnownTrucks.TRUCKS,
        passes,
        runs.seen(played.truth()));
  }
}
