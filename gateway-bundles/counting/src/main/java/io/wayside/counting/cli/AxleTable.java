// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.cli;

import io.wayside.core.vehicle.AxlePattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Axles of vehicles as a table: {@code id,spacings_m,axle_kg}, lists separated by semicolons. */
final class AxleTable {

  private static final List<String> COLUMNS = List.of("id", "spacings_m", "axle_kg");

  private AxleTable() {}

  /** A vehicle of the table, with its line as it stood. */
  record Row(String line, AxlePattern axles) {}

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
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      List<String> cells = Arrays.stream(line.split(",", -1)).map(AxleTable::bare).toList();
      if (columns.isEmpty()) {
        columns = heading(where, cells);
        heading = line;
      } else if (cells.size() != columns.size()) {
        throw new Wrong(
            where + "has " + cells.size() + " cells for " + columns.size() + " columns");
      } else {
        rows.add(new Row(line, axles(where, columns, cells)));
      }
    }
    if (columns.isEmpty()) {
      throw new Wrong(name + ": the heading " + String.join(",", COLUMNS) + " is missing");
    }
    return new Table(heading, rows);
  }

  private static List<String> heading(String where, List<String> columns) throws Wrong {
    for (String column : columns) {
      if (!COLUMNS.contains(column)) {
        throw new Wrong(
            where
                + "there is no column \""
                + column
                + "\"; columns are "
                + String.join(", ", COLUMNS));
      }
      if (columns.indexOf(column) != columns.lastIndexOf(column)) {
        throw new Wrong(where + "column \"" + column + "\" stands twice");
      }
    }
    for (String column : COLUMNS) {
      if (!columns.contains(column)) {
        throw new Wrong(where + "column \"" + column + "\" is missing");
      }
    }
    return columns;
  }

  private static AxlePattern axles(String where, List<String> columns, List<String> cells)
      throws Wrong {
    List<Double> spacings = numbers(where, "spacings_m", columns, cells);
    List<Double> loads = numbers(where, "axle_kg", columns, cells);
    if (!loads.isEmpty() && loads.size() != spacings.size() + 1) {
      throw new Wrong(
          where
              + "axle_kg has "
              + loads.size()
              + " loads, spacings_m tells of "
              + (spacings.size() + 1)
              + " axles");
    }
    return AxlePattern.of(spacings, loads);
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

  private static String bare(String cell) {
    String text = cell.strip();
    boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
    return quoted ? text.substring(1, text.length() - 1) : text;
  }
}
