// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table for people: words to the left, numbers to the right, remarks below their row. */
final class Columns {

  private final List<List<String>> lines = new ArrayList<>();
  private final int left;
  private final int[] widths;

  /**
   * @param left so many columns stand to the left
   */
  Columns(List<String> heads, int left) {
    this.left = left;
    this.widths = new int[heads.size()];
    row(heads);
  }

  void row(List<String> cells) {
    lines.add(cells);
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Math.max(widths[i], cells.get(i).length());
    }
  }

  void remark(String text) {
    lines.add(List.of("  " + text));
  }

  String text() {
    StringBuilder out = new StringBuilder();
    for (List<String> line : lines) {
      out.append(line.size() == 1 && widths.length > 1 ? line.get(0) : padded(line)).append('\n');
    }
    return out.toString();
  }

  private String padded(List<String> cells) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String format = i < left ? "%-" + widths[i] + "s" : "%" + widths[i] + "s";
      line.append(i == 0 ? "" : "  ").append(String.format(Locale.ROOT, format, cells.get(i)));
    }
    return line.toString().stripTrailing();
  }
}
