// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.faults;

import java.util.ArrayList;
import java.util.List;

/**
 * Records against the truth.
 *
 * @param vehicles that truly crossed and left
 * @param passes axles that truly crossed with them and were heavy enough to be seen
 * @param whole vehicles of which every such axle has its right mass
 * @param masses axle masses recorded
 * @param weighings weighing records
 * @param flagged of these, with a flag that doubts the number of axles
 * @param gaps records of unwatched time
 * @param wrong each wrong weight, in words
 * @param uncovered each true vehicle that is not on record and of which nothing says so, in words
 */
record Verdict(
    int vehicles,
    int passes,
    int whole,
    int masses,
    int weighings,
    int flagged,
    int gaps,
    List<String> wrong,
    List<String> uncovered) {

  static final Verdict NONE = new Verdict(0, 0, 0, 0, 0, 0, 0, List.of(), List.of());

  Verdict {
    wrong = List.copyOf(wrong);
    uncovered = List.copyOf(uncovered);
  }

  boolean holds() {
    return wrong.isEmpty() && uncovered.isEmpty();
  }

  Verdict and(Verdict other) {
    return new Verdict(
        vehicles + other.vehicles,
        passes + other.passes,
        whole + other.whole,
        masses + other.masses,
        weighings + other.weighings,
        flagged + other.flagged,
        gaps + other.gaps,
        joined(wrong, other.wrong),
        joined(uncovered, other.uncovered));
  }

  private static List<String> joined(List<String> some, List<String> more) {
    List<String> all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }
}
