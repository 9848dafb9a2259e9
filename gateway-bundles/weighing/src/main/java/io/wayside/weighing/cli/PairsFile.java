// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.cli;

import io.wayside.weighing.accuracy.Criterion;
import io.wayside.weighing.accuracy.Pair;
import io.wayside.weighing.accuracy.Pair.Vehicle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads pairs from CSV: a heading, then one pair a line; empty lines and those with # are skipped.
 */
final class PairsFile {

  private static final List<String> WANTED = List.of("criterion", "reference", "measured");
  private static final String VEHICLE = "vehicle";

  /** How loads are written in the file. */
  enum LoadUnit {
    kg(9.80665),
    t(9806.65),
    N(1),
    kN(1000),
    lb(0.45359237 * 9.80665);

    final double newton;

    LoadUnit(double newton) {
      this.newton = newton;
    }
  }

  private final String name;
  private final LoadUnit loadUnit;
  private final double speedUnitMps;

  PairsFile(String name, LoadUnit loadUnit, double speedUnitMps) {
    this.name = name;
    this.loadUnit = loadUnit;
    this.speedUnitMps = speedUnitMps;
  }

  List<Pair> read(String text) throws Wrong {
    List<Pair> pairs = new ArrayList<>();
    List<String> columns = List.of();
    int number = 0;
    for (String line : text.split("\\R", -1)) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      List<String> cells = Arrays.stream(line.split(",", -1)).map(PairsFile::bare).toList();
      if (columns.isEmpty()) {
        columns = heading(number, cells);
      } else {
        pairs.add(pair(number, columns, cells));
      }
    }
    if (columns.isEmpty()) {
      throw new Wrong(name + ": the heading " + String.join(",", WANTED) + " is missing");
    }
    if (pairs.isEmpty()) {
      throw new Wrong(name + ": there are no pairs below the heading");
    }
    return pairs;
  }

  private static String bare(String cell) {
    String text = cell.strip();
    boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
    return quoted ? text.substring(1, text.length() - 1) : text;
  }

  private List<String> heading(int line, List<String> columns) throws Wrong {
    for (String column : columns) {
      if (!WANTED.contains(column) && !column.equals(VEHICLE)) {
        throw at(
            line,
            "there is no column \""
                + column
                + "\"; columns are "
                + String.join(", ", WANTED)
                + " and, where wanted, "
                + VEHICLE);
      }
    }
    for (String wanted : WANTED) {
      if (columns.indexOf(wanted) != columns.lastIndexOf(wanted)) {
        throw at(line, "column \"" + wanted + "\" stands twice");
      }
      if (!columns.contains(wanted)) {
        throw at(line, "column \"" + wanted + "\" is missing");
      }
    }
    return columns;
  }

  private Pair pair(int line, List<String> columns, List<String> cells) throws Wrong {
    if (cells.size() != columns.size()) {
      throw at(line, "has " + cells.size() + " cells for " + columns.size() + " columns");
    }
    String word = cells.get(columns.indexOf("criterion"));
    Criterion criterion =
        Criterion.of(word)
            .orElseThrow(
                () ->
                    at(
                        line,
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
    double reference = number(line, "reference", cells.get(columns.indexOf("reference")));
    double measured = number(line, "measured", cells.get(columns.indexOf("measured")));
    if (!(reference > 0)) {
      throw at(line, "reference must be above zero, not " + reference);
    }
    return new Pair(criterion, reference * unit, measured * unit, vehicle(line, columns, cells));
  }

  private Vehicle vehicle(int line, List<String> columns, List<String> cells) throws Wrong {
    int column = columns.indexOf(VEHICLE);
    return switch (column < 0 ? "" : cells.get(column)) {
      case "two-axle-rigid" -> Vehicle.TWO_AXLE_RIGID;
      case "other" -> Vehicle.OTHER;
      case "" -> Vehicle.NOT_TOLD;
      default ->
          throw at(
              line,
              "vehicle \""
                  + cells.get(column)
                  + "\" is neither two-axle-rigid nor other nor empty");
    };
  }

  private double number(int line, String column, String text) throws Wrong {
    try {
      double number = Double.parseDouble(text);
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException notNumber) {
      throw at(line, column + " \"" + text + "\" is not a number");
    }
    throw at(line, column + " \"" + text + "\" is not a finite number");
  }

  private Wrong at(int line, String what) {
    return new Wrong(name + ": line " + line + ": " + what);
  }
}
