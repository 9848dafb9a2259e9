// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.displayline;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * How a text is laid out on a display: by words, a word that is longer than a row is cut, and what
 * is more than the rows is left out.
 */
record BoardLayout(int columns, int rows, Letters letters) {

  List<String> of(String text) {
    List<String> laid = new ArrayList<>();
    for (String row : legible(text).split("\n", -1)) {
      wrap(row, laid);
    }
    return List.copyOf(laid.subList(0, Math.min(rows, laid.size())));
  }

  private void wrap(String text, List<String> laid) {
    StringBuilder row = new StringBuilder();
    for (String word : text.strip().split("\\s+", -1)) {
      if (row.length() > 0 && length(row) + 1 + length(word) > columns) {
        laid.add(row.toString());
        row.setLength(0);
      }
      row.append(row.length() > 0 ? " " : "").append(cut(word));
    }
    laid.add(row.toString());
  }

  private String cut(String word) {
    return length(word) <= columns ? word : word.substring(0, word.offsetByCodePoints(0, columns));
  }

  private static int length(CharSequence text) {
    return (int) text.codePoints().count();
  }

  private String legible(String text) {
    if (letters == Letters.VIETNAMESE) {
      return Normalizer.normalize(text, Normalizer.Form.NFC);
    }
    String apart = Normalizer.normalize(text, Normalizer.Form.NFD);
    return apart
        .replaceAll("\\p{M}+", "")
        .replace('đ', 'd')
        .replace('Đ', 'D')
        .replaceAll("[^\\n\\x20-\\x7e]", "?");
  }
}
