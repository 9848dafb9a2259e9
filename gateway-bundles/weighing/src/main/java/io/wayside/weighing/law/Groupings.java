// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.law;

import io.wayside.core.vehicle.AxlePattern;
import java.util.ArrayList;
import java.util.List;

/**
 * The ways in which axles can be grouped when a spacing may be on either side of the gap that
 * separates groups.
 */
final class Groupings {

  /** More doubtful spacings than this are taken as measured: each doubles the ways. */
  private static final int MOST_DOUBTS = 4;

  private Groupings() {}

  /** Numbers of axles from the front; the way that was measured stands first. */
  static List<List<Integer>> of(Weighed vehicle, double gapM) {
    List<Integer> doubts = new ArrayList<>();
    for (int i = 0; i < vehicle.spacingsM().size(); i++) {
      Span spacing = vehicle.spacingM(i);
      if (spacing.low() <= gapM && spacing.high() > gapM) {
        doubts.add(i);
      }
    }
    int ways = doubts.size() > MOST_DOUBTS ? 1 : 1 << doubts.size();
    List<List<Integer>> groupings = new ArrayList<>();
    for (int way = 0; way < ways; way++) {
      List<Double> spacings = new ArrayList<>(vehicle.spacingsM());
      for (int d = 0; d < doubts.size(); d++) {
        if (((way >> d) & 1) == 1) {
          int i = doubts.get(d);
          spacings.set(i, spacings.get(i) <= gapM ? Double.POSITIVE_INFINITY : gapM);
        }
      }
      groupings.add(AxlePattern.of(spacings).groups(gapM));
    }
    return groupings;
  }
}
