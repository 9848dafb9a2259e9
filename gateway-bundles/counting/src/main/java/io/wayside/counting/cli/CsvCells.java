// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.cli;

import java.util.ArrayList;
import java.util.List;

/** Lines of a table with commas; a cell with a comma or a quote in it stands in quotes. */
final class CsvCells {

  private CsvCells() {}

  /** The cells of a line, without the blanks around them. */
  static List<String> of(String line) throws Wrong {
    List<String> cells = new ArrayList<>();
    int at = 0;
    while (at <= line.length()) {
      while (at < line.length() && line.charAt(at) == ' ') {
        at++;
      }
      StringBuilder cell = new StringBuilder();
      at =
          at < line.length() && line.charAt(at) == '"'
              ? quoted(line, at + 1, cell)
              : bare(line, at, cell);
      cells.add(cell.toString());
    }
    return cells;
  }

  /** Up to the comma; returns what comes behind it, beyond the end where there is none. */
  private static int bare(String line, int from, StringBuilder cell) {
    int comma = line.indexOf(',', from);
    int end = comma < 0 ? line.length() : comma;
    cell.append(line.substring(from, end).strip());
    return end + 1;
  }

  private static int quoted(String line, int from, StringBuilder cell) throws Wrong {
    int at = from;
    while (at < line.length()) {
      char c = line.charAt(at++);
      boolean doubled = c == '"' && at < line.length() && line.charAt(at) == '"';
      if (c == '"' && !doubled) {
        StringBuilder rest = new StringBuilder();
        int next = bare(line, at, rest);
        if (rest.length() > 0) {
          throw new Wrong("has \"" + rest + "\" behind the quotes of a cell");
        }
        return next;
      }
      cell.append(c);
      at += doubled ? 1 : 0;
    }
    throw new Wrong("has quotes that are not closed; a cell is of one line");
  }

  /** A text as a cell. */
  static String cell(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c < ' ');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
