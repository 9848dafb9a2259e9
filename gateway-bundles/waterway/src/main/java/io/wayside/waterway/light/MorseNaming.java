// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.light;

import java.util.Optional;
import java.util.stream.IntStream;

/** Letters out of long and short appearances. */
final class MorseNaming {

  private static final int LONG_MS = 1950;

  private MorseNaming() {}

  /** Empty where it is no Morse; letters of dots alone or dashes alone are seen as groups. */
  static Optional<String> letters(Appearances seen) {
    int dot = IntStream.range(0, seen.count()).map(seen::litMs).min().orElseThrow();
    int dash = IntStream.range(0, seen.count()).map(seen::litMs).max().orElseThrow();
    double darkRatio = seen.shortestDarkMs() / (double) dot;
    boolean darkFits = darkRatio >= 0.5 && darkRatio <= (dash < LONG_MS ? 2.2 : 1.7);
    if (dash < 2.2 * dot || dash > 4.5 * dot || !darkFits) {
      return Optional.empty();
    }
    StringBuilder letters = new StringBuilder();
    StringBuilder signs = new StringBuilder();
    for (int i = 0; i < seen.count(); i++) {
      boolean isDot = seen.litMs(i) < 1.6 * dot;
      if (!isDot && seen.litMs(i) < 0.7 * dash) {
        return Optional.empty();
      }
      signs.append(isDot ? '.' : '-');
      boolean endsLetter = seen.darkMs(i) > 2 * seen.shortestDarkMs() || i == seen.count() - 1;
      if (endsLetter) {
        Optional<Character> letter = Morse.letter(signs.toString());
        if (letter.isEmpty()) {
          return Optional.empty();
        }
        letters.append(letter.get());
        signs.setLength(0);
      }
    }
    return Optional.of(letters.toString());
  }
}
