// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.water;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A reach of river with its aids as the chart has them. */
public final class Reach {

  /** Downstream, from true north. */
  public static final double RIVER_DEG = 140;

  static final double LATITUDE_DEG = 10.03;
  static final double LONGITUDE_DEG = 105.79;
  static final double METRES_A_DEGREE = 111_195;

  private static final double APART_M = 700;

  private record Shown(String character, List<Integer> phasesMs) {}

  private static final List<Shown> SHOWN =
      List.of(
          new Shown("Fl R 3s", List.of(500, 2_500)),
          new Shown("Fl G 4s", List.of(500, 3_500)),
          new Shown("Iso R 4s", List.of(2_000, 2_000)),
          new Shown("Oc Y 4s", List.of(3_000, 1_000)),
          new Shown("Fl(2) G 6s", List.of(500, 1_000, 500, 4_000)),
          new Shown("Fl(2+1) R 10s", List.of(500, 1_000, 500, 2_500, 500, 5_000)),
          new Shown("Q Y", List.of(300, 700)));

  private Reach() {}

  /**
   * Every fifth stands on the ground, every fourth has an input that looks at its lamp, every
   * seventh of these a photodiode.
   */
  public static List<Charted> aids(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed ^ 0x2EAC);
    List<Charted> aids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Shown shown = SHOWN.get(i % SHOWN.size());
      double along = i * APART_M;
      double across = i % 2 == 0 ? 150 : -150;
      double depth = 4 + 6 * random.nextDouble();
      boolean fixed = i % 5 == 4;
      aids.add(
          new Charted(
              i,
              995_741_000 + i,
              "REACH BUOY NUMBER %d".formatted(i + 1) + (i % 3 == 0 ? " LIT" : ""),
              LATITUDE_DEG + north(along, across) / METRES_A_DEGREE,
              LONGITUDE_DEG + east(along, across) / metresADegreeEast(),
              fixed ? 0 : depth + 3 + 6 * random.nextDouble(),
              depth,
              shown.character(),
              shown.phasesMs(),
              i % 4 == 1,
              i % 28 == 1,
              i % 2 == 0));
    }
    return aids;
  }

  static double metresADegreeEast() {
    return METRES_A_DEGREE * Math.cos(Math.toRadians(LATITUDE_DEG));
  }

  private static double north(double alongM, double acrossM) {
    double river = Math.toRadians(RIVER_DEG);
    return alongM * Math.cos(river) - acrossM * Math.sin(river);
  }

  private static double east(double alongM, double acrossM) {
    double river = Math.toRadians(RIVER_DEG);
    return alongM * Math.sin(river) + acrossM * Math.cos(river);
  }
}
