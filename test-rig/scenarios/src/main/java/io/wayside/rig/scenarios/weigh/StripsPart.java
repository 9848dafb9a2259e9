// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.weigh;

import io.wayside.core.data.FieldsBuilder;
import io.wayside.core.data.Value.Fields;
import io.wayside.rig.simulators.motion.MotionSite;
import io.wayside.rig.simulators.motion.sensor.Electronics;
import io.wayside.rig.simulators.motion.sensor.StripLine;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleBiFunction;

/** What the document of strips says beyond its head. */
final class StripsPart {

  private StripsPart() {}

  static double nominal(StripLine line, StripLine.Half half) {
    return line.newtonsPerUnitMetre(line.electronics().gain());
  }

  /**
   * @param constant of each half-line, newton per unit and metre
   */
  static Fields of(
      FieldsBuilder document,
      MotionSite site,
      ToDoubleBiFunction<StripLine, StripLine.Half> constant) {
    document.and(
        "lines",
        SiteDocument.all(site, StripLine.class)
            .sorted(Comparator.comparingDouble(StripLine::atM))
            .map(line -> line(line, constant))
            .toList());
    List<Fields> loops = SiteDocument.loops(site);
    if (!loops.isEmpty()) {
      document.and("loops", loops);
    }
    SiteDocument.thermometer(site)
        .ifPresent(name -> document.and("temperature", Fields.with("channel", name).build()));
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
    Electronics electronics = line.electronics();
    FieldsBuilder fields =
        Fields.with("channel", half.channel())
            .and("side", side(half))
            .and("newtonsPerUnitMetre", constant)
            .and("lateralM", SiteDocument.pair(half.fromM(), half.toM()))
            .and("clipAt", Quantum.highest(electronics));
    if (electronics.timeConstantS() > 0) {
      fields.and("timeConstantS", electronics.timeConstantS());
    }
    if (line.bend().share() > 0) {
      fields.and("lobe", "positive"); // the pavement pulls before and behind the wheel
    }
    return fields.build();
  }

  /** Which wheels a half-line feels, by where it lies. */
  static String side(StripLine.Half half) {
    if (half.fromM() >= 0) {
      return "left";
    }
    return half.toM() <= 0 ? "right" : "both";
  }
}
