// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A table as text with commas: a heading, then rows; empty lines and those that begin with # are
 * skipped. Every error names the input, the line and the column.
 */
final class Csv {

  private final String name;
  private final List<String> wanted;
  private final List<String> known;

  /**
   * A table with these columns in any order.
   *
   * @param name of the input, for errors
   * @param wanted columns that must be there
   * @param optional columns that may be there
   */
  Csv(String name, List<String> wanted, List<String> optional) {
    this.name = name;
    this.wanted = wanted;
    this.known = new ArrayList<>(wanted);
    this.known.addAll(optional);
  }

  /** One row. */
  final class Row {
    private final int line;
    private final List<String> columns;
    private final List<String> cells;

    private Row(int line, List<String> columns, List<String> cells) {
      this.line = line;
      this.columns = columns;
      this.cells = cells;
    }

    /** The cell of a column, empty where there is no such column. */
    String text(String column) {
      int index = columns.indexOf(column);
      return index < 0 ? "" : cells.get(index);
    }

    double number(String column) throws Wrong {
      String text = text(column);
      try {
        double number = Double.parseDouble(text);
        if (Double.isFinite(number)) {
          return number;
        }
      } catch (NumberFormatException notNumber) {
        throw wrong(column + " \"" + text + "\" is not a number");
      }
      throw wrong(column + " \"" + text + "\" is not a finite number");
    }

    double aboveZero(String column) throws Wrong {
      double number = number(column);
      if (!(number > 0)) {
        throw wrong(column + " must be above zero, not " + number);
      }
      return number;
    }

    Wrong wrong(String what) {
      return at(line, what);
    }
  }

  List<Row> read(String text) throws Wrong {
    List<Row> rows = new ArrayList<>();
    List<String> columns = List.of();
    int line = 0;
    for (String content : text.split("\\R", -1)) {
      line++;
      if (content.isBlank() || content.startsWith("#")) {
        continue;
      }
      List<String> cells = Arrays.stream(content.split(",", -1)).map(Csv::bare).toList();
      if (columns.isEmpty()) {
        columns = heading(line, cells);
      } else if (cells.size() != columns.size()) {
        throw at(line, "has " + cells.size() + " cells for " + columns.size() + " columns");
      } else {
        rows.add(new Row(line, columns, cells));
      }
    }
    if (columns.isEmpty()) {
      throw new Wrong(name + ": the heading " + String.join(",", wanted) + " is missing");
    }
    if (rows.isEmpty()) {
      throw new Wrong(name + ": there are no rows below the heading");
    }
    return rows;
  }

  private static String bare(String cell) {
    String text = cell.strip();
    boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
    return quoted ? text.substring(1, text.length() - 1) : text;
  }

  private List<String> heading(int line, List<String> columns) throws Wrong {
    for (String column : columns) {
      if (!known.contains(column)) {
        throw at(
            line, "there is no column \"" + column + "\"; columns are " + String.join(", ", known));
      }
      if (columns.indexOf(column) != columns.lastIndexOf(column)) {
        throw at(line, "column \"" + column + "\" stands twice");
      }
    }
    for (String column : wanted) {
      if (!columns.contains(column)) {
        throw at(line, "column \"" + column + "\" is missing");
      }
    }
    return columns;
  }

  private Wrong at(int line, String what) {
    return new Wrong(name + ": line " + line + ": " + what);
  }
}
