// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.record;

import io.wayside.core.data.FieldsBuilder;
import io.wayside.core.data.Value;
import io.wayside.core.device.ScaleKeys.Tare;
import io.wayside.core.quality.Flags;
import io.wayside.core.quality.Measurement;
import io.wayside.weighing.rest.Plateau;
import io.wayside.weighing.statics.Axle;
import io.wayside.weighing.statics.Indicated;
import io.wayside.weighing.statics.Interrupted;
import io.wayside.weighing.statics.Vehicle;
import io.wayside.weighing.uncertainty.AxleUncertainty;
import io.wayside.weighing.uncertainty.Budget;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** The body of a {@code weighing/1} of a static weighing; moments in seconds from its beginning. */
final class StaticBody {

  static final String MODE = "static-axle-by-axle";

  private final WeighingRecords.Origin origin;
  private final Budget budget;

  StaticBody(WeighingRecords.Origin origin, Budget budget) {
    this.origin = origin;
    this.budget = budget;
  }

  Value.Fields of(Vehicle vehicle, Flags circumstances) {
    Flags flags = vehicle.flags().with(circumstances);
    List<Value> axles = new ArrayList<>();
    List<AxleUncertainty> doubts = new ArrayList<>();
    for (Axle axle : vehicle.axles()) {
      axle.deciding().map(plateau -> doubt(axle, plateau)).ifPresent(doubts::add);
      axles.add(axle(axle, axles.size() + 1, vehicle.beganNanos()));
    }
    return Value.Fields.with("vehicle", vehicle.number())
        .and("mode", MODE)
        .and("scale", origin.scaleId())
        .and("ended", vehicle.ending().code())
        .and("remark", vehicle.remark())
        .and("durationS", seconds(vehicle.beganNanos(), vehicle.endedNanos()))
        .and("indicated", indicated(vehicle.indicated()))
        .and("readings", vehicle.readings())
        .and("axleCount", vehicle.axles().size())
        .and("axles", axles)
        .and("gross", gross(vehicle.grossKg(), doubts, flags))
        .and("interrupted", vehicle.interrupted())
        .and(
            "interruptions",
            vehicle.interruptions().stream()
                .map(stretch -> interruption(stretch, vehicle.beganNanos()))
                .toList())
        .and("flags", flags.toValue())
        .and("parameters", origin.parameters())
        .build();
  }

  private static Value indicated(Indicated indicated) {
    Optional<Tare> tare = indicated.tare();
    return Value.Fields.with("tareKg", tare.map(StaticBody::kilograms).orElse(Value.ABSENT))
        .and("tareKind", tare.map(each -> code(each.kind())).orElse(Value.ABSENT))
        .and("basis", indicated.bases().stream().sorted().map(StaticBody::code).toList())
        .build();
  }

  private static Value kilograms(Tare tare) {
    return new Value.Real(tare.mass().kilograms());
  }

  private static Value code(Enum<?> constant) {
    return new Value.Text(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  private static Value gross(OptionalDouble kg, List<AxleUncertainty> doubts, Flags flags) {
    return kg.isPresent()
        ? new Measurement(kg.getAsDouble(), "kg", Budget.grossExpandedKg(doubts), flags).toValue()
        : Value.ABSENT;
  }

  private Value axle(Axle axle, int number, long origin) {
    FieldsBuilder body =
        Value.Fields.with("number", number)
            .and("arrivedS", seconds(origin, axle.arrivedNanos()))
            .and("leftS", seconds(origin, axle.leftNanos()))
            .and("readings", axle.readings())
            .and("highestKg", axle.highestKg())
            .and("zeroBeforeKg", orAbsent(axle.zeroBeforeKg()));
    if (axle.deciding().isPresent()) {
      decided(body, axle, axle.deciding().get());
    } else {
      body.and("mass", Value.ABSENT)
          .and("restForS", 0.0)
          .and("readingsUsed", 0)
          .and("rawFrame", Value.ABSENT)
          .and("standardUncertaintiesKg", Value.ABSENT);
    }
    return body.and(
            "plateaus", axle.plateaus().stream().map(each -> plateau(each, origin)).toList())
        .and("flags", axle.flags().toValue())
        .build();
  }

  private void decided(FieldsBuilder body, Axle axle, Plateau plateau) {
    AxleUncertainty doubt = doubt(axle, plateau);
    body.and(
            "mass",
            new Measurement(plateau.massKg(), "kg", doubt.expandedKg(), axle.flags()).toValue())
        .and("restForS", plateau.lastedNanos() / 1e9)
        .and("readingsUsed", plateau.readings())
        .and("rawFrame", plateau.deciding().rawFrame())
        .and("standardUncertaintiesKg", parts(doubt));
  }

  private AxleUncertainty doubt(Axle axle, Plateau plateau) {
    return budget.axle(
        plateau.massKg(),
        plateau.deciding().resolution().kilograms(),
        plateau.spreadKg(),
        axle.farthestPlateauKg(),
        axle.zeroBeforeKg().orElse(0));
  }

  private static Value parts(AxleUncertainty doubt) {
    return Value.Fields.with("resolution", doubt.resolutionKg())
        .and("spread", doubt.spreadKg())
        .and("repeatability", doubt.repeatabilityKg())
        .and("plateaus", doubt.plateausKg())
        .and("instrument", doubt.instrumentKg())
        .and("zero", doubt.zeroKg())
        .build();
  }

  private static Value plateau(Plateau plateau, long origin) {
    return Value.Fields.with("massKg", plateau.massKg())
        .and("fromS", seconds(origin, plateau.fromNanos()))
        .and("forS", plateau.lastedNanos() / 1e9)
        .and("readings", plateau.readings())
        .build();
  }

  private static Value interruption(Interrupted stretch, long origin) {
    return Value.Fields.with("fromS", seconds(origin, stretch.fromNanos()))
        .and("toS", seconds(origin, stretch.toNanos()))
        .and("cause", stretch.cause())
        .and("detail", stretch.detail())
        .build();
  }

  private static Value orAbsent(OptionalDouble kg) {
    return kg.isPresent() ? new Value.Real(kg.getAsDouble()) : Value.ABSENT;
  }

  private static double seconds(long from, long to) {
    return (to - from) / 1e9;
  }
}
