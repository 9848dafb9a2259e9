// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.cli;

import io.wayside.weighing.accuracy.Criterion;
import io.wayside.weighing.accuracy.Pair;
import io.wayside.weighing.accuracy.Pair.Vehicle;
import java.util.ArrayList;
import java.util.List;

/** Reads pairs of reference and measured values from CSV. */
final class PairsFile {

  private final Csv csv;
  private final LoadUnit loadUnit;
  private final double speedUnitMps;

  PairsFile(String name, LoadUnit loadUnit, double speedUnitMps) {
    this.csv =
        new Csv(name, List.of("criterion", "reference", "measured"), List.of("vehicle", "axles"));
    this.loadUnit = loadUnit;
    this.speedUnitMps = speedUnitMps;
  }

  List<Pair> read(String text) throws Wrong {
    List<Pair> pairs = new ArrayList<>();
    for (Csv.Row row : csv.read(text)) {
      pairs.add(pair(row));
    }
    return pairs;
  }

  private Pair pair(Csv.Row row) throws Wrong {
    String word = row.text("criterion");
    Criterion criterion =
        Criterion.of(word)
            .orElseThrow(
                () ->
                    row.wrong(
                        "criterion \""
                            + word
                            + "\" is none of "
                            + String.join(", ", Criterion.words())));
    double unit =
        switch (criterion.quantity()) {
          case LOAD -> loadUnit.newton;
          case SPEED -> speedUnitMps;
          case LENGTH, NUMBER -> 1;
        };
    return new Pair(
        criterion,
        row.aboveZero("reference") * unit,
        row.number("measured") * unit,
        vehicle(row),
        axles(row));
  }

  private static int axles(Csv.Row row) throws Wrong {
    String text = row.text("axles");
    if (!text.matches("[0-9]{0,2}")) {
      throw row.wrong("axles \"" + text + "\" is neither a whole number below 100 nor empty");
    }
    return text.isEmpty() ? 0 : Integer.parseInt(text);
  }

  private static Vehicle vehicle(Csv.Row row) throws Wrong {
    return switch (row.text("vehicle")) {
      case "two-axle-rigid" -> Vehicle.TWO_AXLE_RIGID;
      case "other" -> Vehicle.OTHER;
      case "" -> Vehicle.NOT_TOLD;
      default ->
          throw row.wrong(
              "vehicle \""
                  + row.text("vehicle")
                  + "\" is neither two-axle-rigid nor other nor empty");
    };
  }
}
