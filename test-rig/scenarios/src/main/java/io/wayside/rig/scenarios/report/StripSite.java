// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.report;

import io.wayside.core.data.FieldsBuilder;
import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.core.data.Value.Fields;
import io.wayside.core.data.Value.Many;
import io.wayside.core.data.Value.Real;
import io.wayside.rig.simulators.motion.MotionScene;
import io.wayside.rig.simulators.motion.MotionSite;
import io.wayside.rig.simulators.motion.sensor.InductiveLoop;
import io.wayside.rig.simulators.motion.sensor.Sensor;
import io.wayside.rig.simulators.motion.sensor.StripLine;
import io.wayside.rig.simulators.motion.sensor.Thermometer;
import io.wayside.weighing.strips.StripInstrument;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.Stream;

/** The document of an instrument made of strips, as it is on a simulated site. */
public final class StripSite {

  private StripSite() {}

  /** With the constants that a perfect calibration would find: for speed, not for accuracy. */
  public static StripInstrument calibratedPerfectly(MotionScene scene) throws GarbledData {
    Fields document =
        document(scene.site(), (line, half) -> scene.newtonsPerUnitMetre(half.channel()));
    return StripInstrument.from(Node.of("the document of the simulated site", document));
  }

  /** With the constants of the data sheet. */
  static Fields nominal(MotionSite site) {
    return document(site, (line, half) -> line.newtonsPerUnitMetre(line.electronics().gain()));
  }

  private static Fields document(
      MotionSite site, ToDoubleBiFunction<StripLine, StripLine.Half> constant) {
    List<Fields> lines =
        all(site, StripLine.class)
            .sorted(Comparator.comparingDouble(StripLine::atM))
            .map(line -> line(line, constant))
            .toList();
    List<Fields> loops =
        all(site, InductiveLoop.class)
            .map(
                loop ->
                    Fields.with("channel", loop.name())
                        .and("fromM", loop.fromM())
                        .and("toM", loop.toM())
                        .and("threshold", loop.closesAt())
                        .build())
            .toList();
    FieldsBuilder document =
        Fields.with("instrument", "simulated").and("kind", "strips").and("lines", lines);
    document.and("loops", loops);
    all(site, Thermometer.class)
        .findFirst()
        .ifPresent(
            thermometer ->
                document.and("temperature", Fields.with("channel", thermometer.name()).build()));
    return document.build();
  }

  private static Fields line(
      StripLine line, ToDoubleBiFunction<StripLine, StripLine.Half> constant) {
    return Fields.with("name", line.name())
        .and("atM", line.atM())
        .and("angleDeg", line.angleDeg())
        .and("widthM", line.widthM())
        .and(
            "halves",
            line.halves().stream()
                .map(half -> half(line, half, constant.applyAsDouble(line, half)))
                .toList())
        .build();
  }

  private static Fields half(StripLine line, StripLine.Half half, double constant) {
    FieldsBuilder fields =
        Fields.with("channel", half.channel())
            .and("side", side(half))
            .and("newtonsPerUnitMetre", constant)
            .and("lateralM", new Many(List.of(new Real(half.fromM()), new Real(half.toM()))))
            .and("clipAt", line.electronics().clip());
    if (line.electronics().timeConstantS() > 0) {
      fields.and("timeConstantS", line.electronics().timeConstantS());
    }
    return fields.build();
  }

  /** Which wheels it feels, by where it lies. */
  static String side(StripLine.Half half) {
    if (half.fromM() >= 0) {
      return "left";
    }
    return half.toM() <= 0 ? "right" : "both";
  }

  static <S extends Sensor> Stream<S> all(MotionSite site, Class<S> kind) {
    return site.sensors().stream().filter(kind::isInstance).map(kind::cast);
  }
}
