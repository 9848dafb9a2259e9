// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.record;

import io.wayside.core.data.FieldsBuilder;
import io.wayside.core.data.Value;
import io.wayside.core.water.AidQuantity;
import io.wayside.core.water.AidReport;
import io.wayside.core.water.Fix;
import io.wayside.waterway.watch.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** What an aid said of itself, as a record has it: what was not told is null or left out. */
final class AidReportBody {

  private AidReportBody() {}

  static void put(FieldsBuilder body, AidReport report) {
    Optional<Fix> fix = report.fix();
    body.and("light", Answer.code(report.light()))
        .and("racon", Answer.code(report.racon()))
        .and("mode", Answer.code(report.mode()))
        .and("rhythm", report.rhythm().<Value>map(Value.Text::new).orElse(Value.ABSENT))
        .and("latitudeDeg", fix.map(f -> real(f.latitudeDeg())).orElse(Value.ABSENT))
        .and("longitudeDeg", fix.map(f -> real(f.longitudeDeg())).orElse(Value.ABSENT))
        .and("sigmaM", fix.map(f -> number(f.sigmaM())).orElse(Value.ABSENT))
        .and("hdop", fix.map(f -> number(f.hdop())).orElse(Value.ABSENT))
        .and("offPosition", truth(report.offPosition()))
        .and("alarm", truth(report.alarm()))
        .and("quantities", quantities(report.quantities()))
        .and("signs", words(report.signs()))
        .and("tells", words(report.tells()))
        .and(
            "inputs",
            report.inputs().isPresent()
                ? new Value.Whole(report.inputs().getAsInt())
                : Value.ABSENT);
  }

  private static Value quantities(Map<AidQuantity, Double> quantities) {
    Map<AidQuantity, Double> sorted = new TreeMap<>(quantities);
    FieldsBuilder fields = new FieldsBuilder();
    sorted.forEach(
        (quantity, value) -> {
          if (Double.isFinite(value)) {
            fields.and(name(quantity), value);
          }
        });
    return fields.build();
  }

  /** SUPPLY_V is supplyV: the unit stays at the end. */
  static String name(AidQuantity quantity) {
    StringBuilder name = new StringBuilder();
    for (String word : quantity.name().split("_", -1)) {
      String lower = word.toLowerCase(Locale.ROOT);
      name.append(
          name.isEmpty()
              ? lower
              : lower.substring(0, 1).toUpperCase(Locale.ROOT) + lower.substring(1));
    }
    return name.toString();
  }

  private static List<Value> words(Iterable<? extends Enum<?>> signs) {
    List<String> words = new ArrayList<>();
    signs.forEach(sign -> words.add(Answer.code(sign)));
    return words.stream().sorted().<Value>map(Value.Text::new).toList();
  }

  private static Value truth(Optional<Boolean> truth) {
    return truth.<Value>map(Value.Truth::new).orElse(Value.ABSENT);
  }

  private static Value real(double value) {
    return new Value.Real(value);
  }

  private static Value number(OptionalDouble value) {
    return value.isPresent() ? new Value.Real(value.getAsDouble()) : Value.ABSENT;
  }
}
