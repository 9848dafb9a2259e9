// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.weigh;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.core.data.Value;
import io.wayside.core.data.Value.Fields;
import io.wayside.core.data.Value.Many;
import io.wayside.core.data.Value.Real;
import io.wayside.core.data.Value.Text;
import io.wayside.core.device.DeviceException;
import io.wayside.core.device.WeightReading;
import io.wayside.rig.simulators.motion.MotionScene;
import io.wayside.rig.simulators.motion.Scenario;
import io.wayside.rig.simulators.motion.TrueVehicle;
import io.wayside.rig.simulators.motion.road.RoughnessIndex;
import io.wayside.weighing.platform.PlatformInstrument;
import io.wayside.weighing.platform.SoftwareIndicator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lets vehicles stop on a platform and weighs them by the station's own indication. Each cell was
 * adjusted before by test weights that stand on it, as a scale is, and not by vehicles.
 */
final class Standing {

  /** Less is nobody's vehicle. */
  private static final double LEAST_KG = 400;

  private final Scenario scenario;
  private final long seed;
  private final Signal.Way way;
  private final Progress progress;

  Standing(Scenario scenario, long seed, Signal.Way way, Progress progress) {
    this.scenario = scenario;
    this.seed = seed;
    this.way = way;
    this.progress = progress;
  }

  Stood run(int vehicles) throws IOException, DeviceException, GarbledData {
    MotionScene scene = scenario.scene(seed);
    SoftwareIndicator indicator =
        new SoftwareIndicator(
            PlatformInstrument.from(Node.of("the document of the simulated site", document(scene))),
            Quantum.of(scene.site()).stream().map(Quantum::name).toList());
    List<WeightReading> readings = new ArrayList<>();
    Play.Played played;
    try (Signal signal = way.to(scene)) {
      played =
          Play.run(
              signal,
              vehicles,
              block -> indicator.samples(block, readings::add),
              block -> {},
              progress.of("weighing", vehicles));
    }
    List<Stood.Vehicle> weighed = new ArrayList<>();
    for (TrueVehicle vehicle : played.own()) {
      List<WeightReading> atRest = atRest(readings, vehicle);
      if (!atRest.isEmpty()) {
        WeightReading middle = atRest.get(atRest.size() / 2);
        // R 76 compares the indication before rounding.
        double kg = Double.longBitsToDouble(Long.parseUnsignedLong(middle.rawFrame(), 16));
        weighed.add(new Stood.Vehicle(vehicle, kg, middle.mass().kilograms()));
      }
    }
    return new Stood(
        scenario, seed, way.words(), RoughnessIndex.of(scene.road()), vehicles, weighed);
  }

  private static List<WeightReading> atRest(List<WeightReading> readings, TrueVehicle vehicle) {
    return readings.stream()
        .filter(reading -> reading.monotonicNanos() / 1e9 > vehicle.enterS())
        .filter(reading -> reading.monotonicNanos() / 1e9 < vehicle.leaveS())
        .filter(reading -> reading.motion() == WeightReading.Motion.AT_REST)
        .filter(reading -> reading.mass().kilograms() > LEAST_KG)
        .toList();
  }

  /** What stands on data sheets, but the cells' constants, which test weights gave. */
  private Fields document(MotionScene scene) {
    Fields nominal = SiteDocument.nominal(scenario);
    List<Value> cells = new ArrayList<>();
    for (Value each : ((Many) nominal.get("cells")).values()) {
      Map<String, Value> cell = new LinkedHashMap<>(((Fields) each).values());
      String channel = ((Text) ((Fields) each).get("channel")).value();
      cell.put("newtonsPerUnit", new Real(1 / scene.trueGain(channel)));
      cells.add(new Fields(cell));
    }
    Map<String, Value> members = new LinkedHashMap<>(nominal.values());
    members.put("cells", new Many(cells));
    members.put("mode", new Text("static"));
    return new Fields(members);
  }
}
