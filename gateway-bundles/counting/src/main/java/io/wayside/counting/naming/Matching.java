// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.naming;

import io.wayside.counting.spi.Detection;
import io.wayside.counting.vision.Box;
import io.wayside.counting.vision.Followed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which box of a detector is which vehicle: the most alike first, each of either once. */
final class Matching {

  /**
   * Less in common, as a share of what both cover, is another vehicle. An outline has its shadow's
   * edge or lacks its dark half, so it is seldom above 0.7 of a right box.
   */
  private static final double LEAST_ALIKE = 0.3;

  private Matching() {}

  /** A vehicle and its box. */
  record Match(long vehicle, Detection detection, double alike) {}

  static List<Match> of(List<Followed> vehicles, List<Detection> detections) {
    List<Match> pairs = new ArrayList<>();
    for (Followed vehicle : vehicles) {
      for (Detection detection : detections) {
        double alike = vehicle.box().likeness(box(detection));
        if (alike >= LEAST_ALIKE) {
          pairs.add(new Match(vehicle.vehicle(), detection, alike));
        }
      }
    }
    pairs.sort(Comparator.comparingDouble(Match::alike).reversed());
    Set<Long> named = new HashSet<>();
    Set<Detection> taken = new HashSet<>();
    List<Match> matches = new ArrayList<>();
    for (Match pair : pairs) {
      if (!named.contains(pair.vehicle()) && taken.add(pair.detection())) {
        named.add(pair.vehicle());
        matches.add(pair);
      }
    }
    return matches;
  }

  private static Box box(Detection one) {
    return new Box(one.left(), one.top(), one.right() - one.left(), one.bottom() - one.top());
  }
}
