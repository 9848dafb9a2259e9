// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.weigh;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.core.device.DeviceException;
import io.wayside.core.device.SampleBlock;
import io.wayside.rig.scenarios.weigh.Matching.Pairing;
import io.wayside.rig.simulators.motion.MotionScene;
import io.wayside.rig.simulators.motion.Scenario;
import io.wayside.rig.simulators.motion.road.RoughnessIndex;
import io.wayside.weighing.accuracy.R134Table;
import io.wayside.weighing.calibration.TooFewRuns;
import io.wayside.weighing.instrument.InstrumentHead.Kind;
import io.wayside.weighing.lane.LaneJudge;
import io.wayside.weighing.lane.OpenInstrument;
import io.wayside.weighing.motion.MotionVehicle;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Calibrates an instrument, lets the traffic over it, and compares. */
final class Measuring {

  private final Scenario scenario;
  private final long seed;
  private final Signal.Way way;
  private final Shelf shelf;
  private final Progress progress;

  Measuring(Scenario scenario, long seed, Signal.Way way, Shelf shelf, Progress progress) {
    this.scenario = scenario;
    this.seed = seed;
    this.way = way;
    this.shelf = shelf;
    this.progress = progress;
  }

  /**
   * @param runs of each known truck
   * @param record where the signal is written; empty for nowhere
   */
  Measured run(int vehicles, int runs, Optional<Path> record)
      throws IOException, DeviceException, GarbledData, TooFewRuns {
    LaneJudge judge = shelf.judge();
    boolean platform = SiteDocument.kind(scenario.site()) == Kind.PLATFORM;
    Optional<R134Table> r134 = platform ? Optional.of(shelf.r134()) : Optional.empty();
    Calibrated calibrated =
        new Calibrating(scenario, way)
            .run(runs, seed, progress.of("calibrating", runs * KnownTrucks.TRUCKS));
    MotionScene scene = scenario.scene(seed);
    double iri = RoughnessIndex.of(scene.road());
    OpenInstrument instrument =
        OpenInstrument.of(
            Node.of("the document of the simulated site", calibrated.document()),
            Quantum.of(scene.site()).stream().map(Quantum::name).toList());
    List<MotionVehicle> found = new ArrayList<>();
    Play.Played played;
    try (Signal signal = way.to(scene);
        SignalFile file = SignalFile.of(record, scenario, seed, vehicles, calibrated)) {
      Consumer<SampleBlock> station = block -> instrument.weighing().samples(block, found::add);
      played = Play.run(signal, vehicles, station, file::write, progress.of("weighing", vehicles));
    }
    instrument.weighing().finish(found::add);
    return judged(calibrated, iri, played, found, judge, r134);
  }

  private Measured judged(
      Calibrated calibrated,
      double iri,
      Play.Played played,
      List<MotionVehicle> found,
      LaneJudge judge,
      Optional<R134Table> r134) {
    Matching matching = Matching.of(played.own(), played.truth(), found);
    List<Pairing> clean = matching.pairs().stream().filter(pair -> !pair.flagged()).toList();
    return new Measured(
        scenario,
        seed,
        way.words(),
        iri,
        calibrated,
        played,
        found.size(),
        matching.pairs(),
        matching.pairs().size() - clean.size(),
        Wrongs.of(matching),
        Figures.of(clean, r134),
        Figures.of(matching.pairs(), r134),
        Decisions.of(clean, judge));
  }
}
