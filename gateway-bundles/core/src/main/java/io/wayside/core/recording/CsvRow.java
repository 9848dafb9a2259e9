// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.recording;

import io.wayside.core.data.GarbledData;
import java.util.List;
import java.util.Locale;

/**
 * One row of numbers.
 *
 * @param timeNanos what the time column says, or NaN when there is none
 * @param resolutionNanos the last decimal of that time, or 0 when there is none
 * @param values in the order of the channels; an empty cell is NaN
 */
@SuppressWarnings("ArrayRecordComponent") // identity is enough
record CsvRow(double timeNanos, double resolutionNanos, double[] values) {

  /** About 285 years: within a long of nanoseconds. */
  private static final double MOST_NANOS = 9e18;

  static CsvRow of(String line, CsvColumns columns) throws GarbledData {
    List<String> cells = CsvColumns.cells(line, columns.separator());
    if (cells.size() != columns.count()) {
      throw new GarbledData(cells.size() + " cells under " + columns.count() + " columns");
    }
    double time = Double.NaN;
    double resolution = 0;
    double[] values = new double[columns.channels().size()];
    int next = 0;
    for (int i = 0; i < cells.size(); i++) {
      String cell = cells.get(i).strip();
      double number = number(cell, columns.separator() != ',');
      if (i != columns.timeColumn()) {
        values[next++] = number;
      } else {
        time = number * columns.secondsPerTime() * 1e9;
        resolution = resolution(cell) * columns.secondsPerTime() * 1e9;
        if (!(Math.abs(time) < MOST_NANOS)) {
          throw new GarbledData("\"" + cell + "\" is no usable time");
        }
      }
    }
    return new CsvRow(time, resolution, values);
  }

  private static double resolution(String cell) {
    int point = Math.max(cell.indexOf('.'), cell.indexOf(','));
    boolean plain = cell.indexOf('e') < 0 && cell.indexOf('E') < 0;
    return !plain ? 0 : point < 0 ? 1 : Math.pow(10, -(cell.length() - point - 1));
  }

  private static double number(String cell, boolean commaIsPoint) throws GarbledData {
    String text = commaIsPoint ? cell.replace(',', '.') : cell;
    if (looksLikeNumber(text)) {
      try {
        return Double.parseDouble(text);
      } catch (NumberFormatException noNumber) {
        throw new GarbledData("\"" + cell + "\" is no number");
      }
    }
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "", "nan", "na", "null" -> Double.NaN;
      case "inf", "infinity" -> Double.POSITIVE_INFINITY;
      case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
      default -> throw new GarbledData("\"" + shortened(cell) + "\" is no number");
    };
  }

  /** Digits, signs, point and exponent only; Java would take "1d" and "0x1p3" too. */
  static boolean looksLikeNumber(String cell) {
    return !cell.isEmpty()
        && cell.chars().anyMatch(c -> c >= '0' && c <= '9')
        && cell.chars().allMatch(c -> "0123456789+-.eE".indexOf(c) >= 0);
  }

  private static String shortened(String cell) {
    return cell.length() <= 20 ? cell : cell.substring(0, 20) + "…";
  }
}
