// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.peers;

import io.wayside.rig.benchmarks.Figure;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Figures named {@code peer: what} as a table to paste, a column for each peer. */
final class MarkdownTable {

  private MarkdownTable() {}

  static String of(List<Figure> figures) {
    Set<String> peers = new LinkedHashSet<>();
    Map<String, Map<String, String>> rows = new LinkedHashMap<>();
    for (Figure figure : figures) {
      int colon = figure.figure().indexOf(Row.OF);
      String peer = figure.figure().substring(0, colon);
      String what = figure.figure().substring(colon + Row.OF.length());
      String unit = figure.unit().isEmpty() ? "" : ", " + figure.unit();
      peers.add(peer);
      rows.computeIfAbsent(what + unit, name -> new LinkedHashMap<>()).put(peer, cell(figure));
    }
    StringBuilder text = new StringBuilder("\n| |");
    peers.forEach(peer -> text.append(' ').append(peer).append(" |"));
    text.append("\n|---|").append("---|".repeat(peers.size())).append('\n');
    rows.forEach(
        (what, cells) -> {
          text.append("| ").append(what).append(" |");
          peers.forEach(peer -> text.append(' ').append(cells.getOrDefault(peer, "")).append(" |"));
          text.append('\n');
        });
    return text.toString();
  }

  private static String cell(Figure figure) {
    if (figure.isSkipped()) {
      return figure.against();
    }
    double value = figure.value();
    boolean whole = value == Math.rint(value);
    if (whole || value >= 100) {
      return String.format(Locale.ROOT, "%,.0f", value);
    }
    return String.format(Locale.ROOT, value >= 10 ? "%.1f" : value >= 1 ? "%.2f" : "%.4f", value);
  }
}
