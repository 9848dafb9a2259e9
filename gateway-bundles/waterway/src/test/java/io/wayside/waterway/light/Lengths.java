// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.light;

import java.util.Arrays;
import java.util.stream.Collectors;

/** White rhythms as tests write them: {@code +500 -3500} is half a second of light in four. */
public final class Lengths {

  private Lengths() {}

  public static Rhythm of(String lengths) {
    return new Rhythm(
        Arrays.stream(lengths.split(" "))
            .map(
                length ->
                    length.startsWith("+")
                        ? Phase.lit(Colour.WHITE, Integer.parseInt(length.substring(1)))
                        : Phase.dark(Integer.parseInt(length.substring(1))))
            .toList());
  }

  public static String in(Rhythm rhythm) {
    return rhythm.phases().stream()
        .map(phase -> (phase.lit() ? "+" : "-") + phase.millis())
        .collect(Collectors.joining(" "));
  }
}
