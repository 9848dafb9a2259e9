// SPDX-License-Identifier: Apache-2.0
package io.wayside.boot.site;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what was meant by a name that does not exist. */
final class NearestName {

  /** Longer texts are no slip of the hand and not worth the comparison. */
  private static final int LONGEST = 64;

  private NearestName() {}

  /** The nearest known name, when it is near enough to be a slip of the hand. */
  static Optional<String> of(String written, Collection<String> known) {
    int tolerated = Math.max(1, Math.min(written.length(), LONGEST) / 3);
    return known.stream()
        .filter(name -> distance(written, name) <= tolerated)
        .min(
            Comparator.comparingInt((String name) -> distance(written, name))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** A remedy: the nearest name as a question, else all known names. */
  static String remedy(String written, String words, Collection<String> known) {
    if (known.isEmpty()) {
      return "there are no " + words + " here: remove it";
    }
    return of(written, known)
        .map(name -> "did you mean \"" + name + "\"?")
        .orElse(words + " known here: " + String.join(", ", known));
  }

  /** Letters to add, drop, change or swap with a neighbour; case does not count. */
  static int distance(String left, String right) {
    if (left.length() > LONGEST) {
      return left.length();
    }
    String a = left.toLowerCase(Locale.ROOT);
    String b = right.toLowerCase(Locale.ROOT);
    int[][] steps = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        steps[i][j] = i == 0 ? j : j == 0 ? i : step(steps, a, b, i, j);
      }
    }
    return steps[a.length()][b.length()];
  }

  private static int step(int[][] steps, String a, String b, int i, int j) {
    int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
    int best =
        Math.min(Math.min(steps[i - 1][j] + 1, steps[i][j - 1] + 1), steps[i - 1][j - 1] + change);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, steps[i - 2][j - 2] + 1) : best;
  }
}
