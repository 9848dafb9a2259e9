// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.cli;

import io.wayside.core.vehicle.AxlePattern;
import io.wayside.core.vehicle.ClassScheme;
import io.wayside.core.vehicle.Classification;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * Axles of vehicles as a table: {@code id,spacings_m,axle_kg}, lists separated by semicolons.
 * Further columns stay as they are.
 */
final class AxleTable {

  private static final String SPACINGS = "spacings_m";
  private static final String LOADS = "axle_kg";
  private static final String LENGTH = "length_m";
  private static final List<String> COLUMNS = List.of("id", SPACINGS, LOADS);
  private static final List<String> ADDED = List.of("class", "rule", "confidence");

  private AxleTable() {}

  /** A vehicle of the table, with its line as it stood. */
  record Row(String line, AxlePattern axles) {

    /** A vehicle without spacings and loads is one of which only the length is known. */
    Classification by(ClassScheme scheme) {
      boolean bare = axles.spacingsM().isEmpty() && axles.loadsKg().isEmpty();
      return bare && axles.lengthM().isPresent()
          ? scheme.classifyLength(axles.lengthM().getAsDouble())
          : scheme.classify(axles);
    }
  }

  /**
   * A table.
   *
   * @param heading as it stood
   */
  record Table(String heading, List<Row> rows) {}

  static Table read(String name, String text) throws Wrong {
    String heading = "";
    List<String> columns = List.of();
    List<Row> rows = new ArrayList<>();
    int number = 0;
    for (String line : text.split("\\R", -1)) {
      number++;
      String where = name + ": line " + number + ": ";
      if (line.isBlank() || (columns.isEmpty() && line.startsWith("#"))) {
        continue;
      }
      List<String> cells = cells(where, line);
      if (columns.isEmpty()) {
        columns = heading(where, cells);
        heading = line;
      } else if (cells.size() == columns.size()) {
        rows.add(new Row(line, axles(where, columns, cells)));
      } else if (!line.startsWith("#")) {
        throw new Wrong(
            where
                + "has "
                + cells.size()
                + " cells for "
                + columns.size()
                + " columns; decimals have a point, lists semicolons, and a comma parts cells");
      }
    }
    if (columns.isEmpty()) {
      throw new Wrong(name + ": the heading " + String.join(",", COLUMNS) + " is missing");
    }
    return new Table(heading, rows);
  }

  private static List<String> cells(String where, String line) throws Wrong {
    try {
      return CsvCells.of(line);
    } catch (Wrong wrong) {
      throw new Wrong(where + wrong.getMessage());
    }
  }

  private static List<String> heading(String where, List<String> columns) throws Wrong {
    for (String column : columns) {
      if (columns.indexOf(column) != columns.lastIndexOf(column)) {
        throw new Wrong(where + "column \"" + column + "\" stands twice");
      }
      if (ADDED.contains(column)) {
        throw new Wrong(where + "column \"" + column + "\" is one that is added; rename it");
      }
    }
    for (String column : COLUMNS) {
      if (!columns.contains(column)) {
        throw new Wrong(
            where
                + "column \""
                + column
                + "\" is missing; a comma parts columns, and there are "
                + columns.stream().map(one -> '"' + one + '"').collect(Collectors.joining(", ")));
      }
    }
    return columns;
  }

  private static AxlePattern axles(String where, List<String> columns, List<String> cells)
      throws Wrong {
    List<Double> spacings = numbers(where, SPACINGS, columns, cells);
    List<Double> loads = numbers(where, LOADS, columns, cells);
    List<Double> length =
        columns.contains(LENGTH) ? numbers(where, LENGTH, columns, cells) : List.of();
    if (!loads.isEmpty() && loads.size() != spacings.size() + 1) {
      throw new Wrong(
          where
              + "axle_kg has "
              + loads.size()
              + " loads, spacings_m tells of "
              + (spacings.size() + 1)
              + " axles");
    }
    if (length.size() > 1) {
      throw new Wrong(where + "length_m is a list; a vehicle has one length");
    }
    return new AxlePattern(
        spacings,
        loads,
        length.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(length.get(0)),
        OptionalInt.empty());
  }

  private static List<Double> numbers(
      String where, String column, List<String> columns, List<String> cells) throws Wrong {
    String cell = cells.get(columns.indexOf(column));
    List<Double> numbers = new ArrayList<>();
    if (cell.isEmpty()) {
      return numbers;
    }
    for (String text : cell.split(";", -1)) {
      double number = number(where, column, text.strip());
      if (!(number > 0) || Double.isInfinite(number)) {
        throw new Wrong(where + column + " \"" + text.strip() + "\" must be a number above zero");
      }
      numbers.add(number);
    }
    return numbers;
  }

  private static double number(String where, String column, String text) throws Wrong {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException notNumber) {
      throw new Wrong(where + column + " \"" + text + "\" is not a number");
    }
  }
}
