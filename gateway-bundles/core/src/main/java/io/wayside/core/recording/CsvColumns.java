// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.recording;

import io.wayside.core.data.GarbledData;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The column line: how cells are separated, where the times are, what the other columns hold.
 *
 * @param separator comma, semicolon or tab; with the latter two a comma is a decimal point
 * @param timeColumn -1 when there is none
 * @param secondsPerTime what a 1 in the time column means
 */
record CsvColumns(
    char separator, int timeColumn, double secondsPerTime, List<RecordedChannel> channels) {

  private static final Pattern NAME_AND_UNIT = Pattern.compile("(.*?)\\s*\\[([^\\[\\]]*)\\]");
  private static final Pattern TIME =
      Pattern.compile("(?:t|time|timestamp|zeit)(?:[ _]?[\\[(]?(s|ms|us|ns)[\\])]?)?");
  private static final Map<String, Double> SECONDS =
      Map.of("s", 1.0, "ms", 1e-3, "us", 1e-6, "ns", 1e-9);

  static CsvColumns of(String line, CsvOrigin origin) throws GarbledData {
    char separator = separator(line);
    List<String> cells = cells(line, separator);
    if (cells.size() > RecordingHead.MOST_CHANNELS + 1) {
      throw new GarbledData("more than " + RecordingHead.MOST_CHANNELS + " columns");
    }
    int timeColumn = -1;
    double seconds = 1;
    List<RecordedChannel> channels = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      String cell = cells.get(i).strip();
      if (CsvRow.looksLikeNumber(cell)) {
        throw new GarbledData(
            "expected a line with the names of the columns but found the number " + cell);
      }
      Matcher time = TIME.matcher(cell.toLowerCase(Locale.ROOT));
      if (timeColumn < 0 && time.matches()) {
        timeColumn = i;
        seconds = SECONDS.getOrDefault(time.group(1) == null ? "s" : time.group(1), 1.0);
      } else {
        channels.add(channel(cell, origin));
      }
    }
    return new CsvColumns(separator, timeColumn, seconds, List.copyOf(channels));
  }

  int count() {
    return channels.size() + (timeColumn < 0 ? 0 : 1);
  }

  private static RecordedChannel channel(String cell, CsvOrigin origin) throws GarbledData {
    Matcher matcher = NAME_AND_UNIT.matcher(cell);
    boolean hasUnit = matcher.matches() && !matcher.group(2).isBlank();
    String name = matcher.matches() ? matcher.group(1) : cell;
    String unit = hasUnit ? matcher.group(2).strip() : origin.units().getOrDefault(name, "1");
    try {
      return new RecordedChannel(name, unit, Coding.FLOAT64, 1.0, 0.0);
    } catch (IllegalArgumentException refused) {
      throw new GarbledData("column \"" + cell + "\": " + refused.getMessage());
    }
  }

  private static char separator(String line) {
    return line.indexOf('\t') >= 0 ? '\t' : outside(line, ';') > 0 ? ';' : ',';
  }

  private static long outside(String line, char separator) {
    return cells(line, separator).size() - 1L;
  }

  /** Cells of a line; quotes as in RFC 4180, within one line. */
  static List<String> cells(String line, char separator) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
        cell.append('"');
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == separator && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }
}
