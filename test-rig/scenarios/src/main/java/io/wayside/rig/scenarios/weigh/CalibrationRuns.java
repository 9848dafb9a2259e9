// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.weigh;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.core.data.Value;
import io.wayside.core.data.Value.Fields;
import io.wayside.core.data.Value.Many;
import io.wayside.core.device.SampleBlock;
import io.wayside.rig.scenarios.weigh.Matching.Pairing;
import io.wayside.rig.simulators.motion.MotionSite;
import io.wayside.rig.simulators.motion.TrueAxle;
import io.wayside.rig.simulators.motion.TrueVehicle;
import io.wayside.rig.simulators.motion.sensor.StripLine;
import io.wayside.weighing.calibration.Run;
import io.wayside.weighing.lane.OpenInstrument;
import io.wayside.weighing.motion.MotionVehicle;
import io.wayside.weighing.motion.MotionWeighing;
import io.wayside.weighing.strips.Crossing;
import io.wayside.weighing.strips.StripInstrument;
import io.wayside.weighing.strips.StripWeighing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Known trucks over an instrument with nominal constants, sensor by sensor: each half-line by what
 * it saw of each axle, each strain gauge as if the bridge had no other, the cells of a platform,
 * whose sum alone is weighed, together.
 */
final class CalibrationRuns {

  /** All sensors together. */
  private static final String ALL = "*";

  private final List<Sensor> sensors = new ArrayList<>();
  private final Map<String, String> sides = new HashMap<>();

  /** A way to weigh that judges one sensor, or that tells what each of them saw. */
  private record Sensor(
      String name,
      MotionWeighing weighing,
      List<MotionVehicle> found,
      Map<MotionVehicle, List<Crossing>> crossings) {}

  CalibrationRuns(Fields document, MotionSite site, List<String> channels) throws GarbledData {
    switch (SiteDocument.kind(site)) {
      case STRIPS -> strips(document, site, channels);
      case PLATFORM -> sensors.add(whole(ALL, document, channels));
      case BRIDGE -> {
        for (Value gauge : ((Many) document.get("strain")).values()) {
          Map<String, Value> alone = new LinkedHashMap<>(document.values());
          alone.put("strain", new Many(List.of(gauge)));
          String name = ((Value.Text) ((Fields) gauge).get("channel")).value();
          sensors.add(whole(name, new Fields(alone), channels));
        }
      }
    }
  }

  private static Sensor whole(String name, Fields document, List<String> channels)
      throws GarbledData {
    MotionWeighing weighing = OpenInstrument.of(node(document), channels).weighing();
    return new Sensor(name, weighing, new ArrayList<>(), Map.of());
  }

  private void strips(Fields document, MotionSite site, List<String> channels) throws GarbledData {
    Map<MotionVehicle, List<Crossing>> crossings = new HashMap<>();
    MotionWeighing weighing =
        new StripWeighing(StripInstrument.from(node(document)), channels, crossings::put);
    sensors.add(new Sensor(ALL, weighing, new ArrayList<>(), crossings));
    SiteDocument.all(site, StripLine.class)
        .flatMap(line -> line.halves().stream())
        .forEach(half -> sides.put(half.channel(), StripsPart.side(half)));
  }

  private static Node node(Fields document) {
    return Node.of("the document of the simulated site", document);
  }

  void samples(SampleBlock block) {
    sensors.forEach(sensor -> sensor.weighing().samples(block, sensor.found()::add));
  }

  /** The runs as the calibration takes them. */
  List<Run> finish(List<TrueVehicle> truth) {
    List<Run> runs = new ArrayList<>();
    for (Sensor sensor : sensors) {
      sensor.weighing().finish(sensor.found()::add);
      for (Pairing pairing : right(sensor, truth)) {
        List<Crossing> crossings = sensor.crossings().get(pairing.weighed());
        if (crossings == null) {
          run(
                  sensor.name(),
                  pairing.real(),
                  pairing.weighed().speedMps(),
                  pairing.real().grossN(),
                  pairing.weighed().grossN())
              .ifPresent(runs::add);
        } else {
          crossings.forEach(crossing -> run(pairing.real(), crossing).ifPresent(runs::add));
        }
      }
    }
    return runs;
  }

  /** How many runs every sensor saw as they were. */
  int seen(List<TrueVehicle> truth) {
    return sensors.stream().mapToInt(sensor -> right(sensor, truth).size()).min().orElse(0);
  }

  private static List<Pairing> right(Sensor sensor, List<TrueVehicle> truth) {
    return Matching.of(truth, truth, sensor.found()).pairs().stream()
        .filter(Pairing::axlesRight)
        .toList();
  }

  private Optional<Run> run(TrueVehicle real, Crossing crossing) {
    TrueAxle axle = real.axles().get(crossing.axle());
    double load =
        switch (sides.getOrDefault(crossing.channel(), "both")) {
          case "left" -> axle.leftN();
          case "right" -> axle.rightN();
          default -> axle.staticN();
        };
    return run(crossing.channel(), real, crossing.speedMps(), load, crossing.loadN());
  }

  private static Optional<Run> run(
      String sensor, TrueVehicle real, double speedMps, double referenceN, double measuredN) {
    return measuredN > 0
        ? Optional.of(new Run(sensor, real.kind(), Math.abs(speedMps), referenceN, measuredN))
        : Optional.empty();
  }
}
