// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.weigh;

import io.wayside.weighing.accuracy.Criterion;
import io.wayside.weighing.accuracy.Pair;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Pairs as {@code wayside accuracy} reads them: loads in kg, speeds in km/h, distances in m. */
final class PairsFile {

  private static final double NEWTONS_PER_KG = 9.80665;
  private static final double KMH_PER_MPS = 3.6;

  private PairsFile() {}

  static void write(Path file, List<Matching.Pairing> pairings) throws IOException {
    writePairs(
        file,
        pairings.stream()
            .flatMap(pairing -> Comparison.of(pairing).stream())
            .map(Comparison::pair)
            .toList());
  }

  static void writePairs(Path file, List<Pair> pairs) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("criterion,reference,measured,vehicle,axles");
    pairs.forEach(pair -> lines.add(line(pair)));
    Files.write(file, lines);
  }

  static String line(Pair pair) {
    double unit = unit(pair.criterion());
    return String.format(
        Locale.ROOT,
        "%s,%.6g,%.6g,%s,%s",
        pair.criterion().word(),
        pair.reference() / unit,
        pair.measured() / unit,
        pair.vehicle() == Pair.Vehicle.TWO_AXLE_RIGID ? "two-axle-rigid" : "other",
        pair.axles() == 0 ? "" : Integer.toString(pair.axles()));
  }

  private static double unit(Criterion criterion) {
    return switch (criterion.quantity()) {
      case LOAD -> NEWTONS_PER_KG;
      case SPEED -> 1 / KMH_PER_MPS;
      case LENGTH, NUMBER -> 1;
    };
  }
}
