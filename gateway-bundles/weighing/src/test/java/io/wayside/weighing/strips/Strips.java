// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.strips;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** Layouts and pulses for tests that need no signal. */
final class Strips {

  static final double WIDTH_M = 0.05;

  /** Newton per unit and metre of left and right halves. */
  static final double LEFT_C = 40_000;

  static final double RIGHT_C = 50_000;

  private Strips() {}

  /** Straight lines of two halves at these places, and a slanted one behind them. */
  static Layout layout(double... places) {
    String lines =
        DoubleStream.of(places)
            .mapToObj(
                atM ->
                    """
                    {"name": "%s", "atM": %s, "angleDeg": 0, "widthM": %s, "halves": [
                     {"channel": "%s.l", "side": "left", "newtonsPerUnitMetre": %s,
                      "lateralM": [0, 1.75]},
                     {"channel": "%s.r", "side": "right", "newtonsPerUnitMetre": %s,
                      "lateralM": [-1.75, 0]}]}"""
                        .formatted(atM, atM, WIDTH_M, atM, LEFT_C, atM, RIGHT_C))
            .collect(Collectors.joining(","));
    String slanted =
        """
        , {"name": "slant", "atM": 9, "angleDeg": 30, "widthM": %s, "halves": [
           {"channel": "s", "side": "both", "newtonsPerUnitMetre": 1, "lateralM": [-1.75, 1.75]}]}"""
            .formatted(WIDTH_M);
    try {
      String document =
          "{\"instrument\": \"t\", \"kind\": \"strips\", \"lines\": [" + lines + slanted + "]}";
      return new Layout(StripInstrument.from(Node.read("strips.json", document)).lines());
    } catch (GarbledData impossible) {
      throw new AssertionError(impossible);
    }
  }

  /** A pulse of 40 samples about its centre, with a foot of 30. */
  static Pulse pulse(int detector, double centre, double peak) {
    long middle = Math.round(centre);
    return new Pulse(
        detector, middle - 20, middle + 20, centre, peak * 20, 0.1, peak, 20, 30, false, false);
  }
}
