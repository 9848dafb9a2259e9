// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.report;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.core.data.Value;
import io.wayside.core.data.Value.Fields;
import io.wayside.rig.scenarios.weigh.SiteDocument;
import io.wayside.rig.simulators.motion.MotionScene;
import io.wayside.rig.simulators.motion.Scenario;
import io.wayside.rig.simulators.motion.TrueAxle;
import io.wayside.rig.simulators.motion.TrueVehicle;
import io.wayside.rig.simulators.motion.sensor.StripLine;
import io.wayside.weighing.calibration.FitSettings;
import io.wayside.weighing.calibration.Fitting;
import io.wayside.weighing.calibration.Proposal;
import io.wayside.weighing.calibration.Run;
import io.wayside.weighing.calibration.TooFewRuns;
import io.wayside.weighing.instrument.Calibration;
import io.wayside.weighing.instrument.InstrumentHead.Kind;
import io.wayside.weighing.lane.OpenInstrument;
import io.wayside.weighing.motion.MotionVehicle;
import io.wayside.weighing.strips.Crossing;
import io.wayside.weighing.strips.StripInstrument;
import io.wayside.weighing.strips.StripWeighing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The document of a simulated instrument after known vehicles drove over it. */
final class Calibrating {

  /** Scenes have no day; a document must. */
  private static final Calibration CALIBRATION =
      new Calibration("simulated", LocalDate.of(2026, 1, 2), "known vehicles of the simulator");

  private final Scenario scenario;
  private final long seed;
  private final int runs;

  Calibrating(Scenario scenario, long seed, int runs) {
    this.scenario = scenario;
    this.seed = seed;
    this.runs = runs;
  }

  Node document() throws GarbledData, TooFewRuns {
    Kind kind = SiteDocument.kind(scenario.site());
    Fields drawn = SiteDocument.nominal(scenario, SiteDocument.Contacts.TOLD);
    if (kind == Kind.BRIDGE) {
      Map<String, Value> members = new LinkedHashMap<>(bridge(drawn).values());
      members.put(
          "calibration",
          Fields.with("id", CALIBRATION.id())
              .and("on", CALIBRATION.on().toString())
              .and("by", CALIBRATION.by())
              .build());
      return verified(new Fields(members));
    }
    Node nominal = node(drawn);
    List<Run> seen = kind == Kind.PLATFORM ? wholes(nominal) : halves(nominal);
    Proposal proposal = Proposal.of(nominal, new Fitting(FitSettings.USUAL).fit(seen), CALIBRATION);
    return verified(proposal.document());
  }

  private Node verified(Fields document) {
    return node(SiteDocument.verified(document, scenario));
  }

  private static Node node(Fields document) {
    return Node.of("the document of the simulated site", document);
  }

  /** What each half-line saw of each axle, beside the wheels on its side. */
  private List<Run> halves(Node nominal) throws GarbledData {
    Map<String, String> sides = new HashMap<>();
    SiteDocument.all(scenario.site(), StripLine.class)
        .flatMap(line -> line.halves().stream())
        .forEach(half -> sides.put(half.channel(), SiteDocument.side(half)));
    MotionScene scene = KnownVehicles.scene(scenario, seed, runs);
    IdentityHashMap<MotionVehicle, List<Crossing>> crossings = new IdentityHashMap<>();
    List<MotionVehicle> found = new ArrayList<>();
    StripWeighing weighing =
        new StripWeighing(StripInstrument.from(nominal), Play.channels(scene), crossings::put);
    List<TrueVehicle> truth = Play.weighed(scene, runs, weighing, found::add);
    List<Run> seen = new ArrayList<>();
    for (Match match : Match.of(truth, found)) {
      if (match.axlesRight()) {
        for (Crossing crossing : crossings.getOrDefault(match.vehicle(), List.of())) {
          TrueAxle axle = match.truth().axles().get(crossing.axle());
          double load =
              switch (sides.getOrDefault(crossing.channel(), "both")) {
                case "left" -> axle.leftN();
                case "right" -> axle.rightN();
                default -> axle.staticN();
              };
          add(seen, crossing.channel(), match, crossing.speedMps(), load, crossing.loadN());
        }
      }
    }
    return seen;
  }

  /** The sum of a platform's cells is what is weighed: one factor for all. */
  private List<Run> wholes(Node nominal) throws GarbledData {
    MotionScene scene = KnownVehicles.scene(scenario, seed, runs);
    List<MotionVehicle> found = new ArrayList<>();
    OpenInstrument instrument = OpenInstrument.of(nominal, Play.channels(scene));
    List<TrueVehicle> truth = Play.weighed(scene, runs, instrument.weighing(), found::add);
    List<Run> seen = new ArrayList<>();
    for (Match match : Match.of(truth, found)) {
      if (match.axlesRight()) {
        MotionVehicle vehicle = match.vehicle();
        add(seen, "*", match, vehicle.speedMps(), match.truth().grossN(), vehicle.grossN());
      }
    }
    return seen;
  }

  private static void add(
      List<Run> seen, String sensor, Match match, double speedMps, double known, double measured) {
    if (measured > 0) {
      seen.add(new Run(sensor, match.truth().kind(), Math.abs(speedMps), known, measured));
    }
  }

  private Fields bridge(Fields drawn) {
    MotionScene scene = KnownVehicles.scene(scenario, seed, runs);
    StrainRuns strain = new StrainRuns(scene);
    List<TrueVehicle> truth = Play.over(scene, runs, edges -> {}, strain::take);
    return BridgeSite.document(drawn, strain.lines(truth));
  }
}
