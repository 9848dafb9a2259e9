// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.bridge;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import java.util.Optional;

/**
 * What a technician may have to change; member {@code tuning}. The defaults and their reasons stand
 * in docs/weighing-in-motion.md.
 *
 * @param slowestKmh no slower vehicle is looked for
 * @param fastestKmh no faster vehicle is looked for
 * @param vehicleGapM axles farther apart belong to two vehicles
 * @param groupSpacingM axles nearer than this share a group
 * @param speedChange largest change of speed over the vehicle, as a share of its mean
 * @param mostCondition condition number of a group above which its axles are held together
 * @param dynamicShare usual root mean square of an axle's bouncing, as a share of its load
 * @param calibrationShare relative standard uncertainty of the influence lines' scale
 * @param disagreeShare how far one sensor's gross may be from that of all
 * @param longestS a passage that lasts longer is cut
 */
record BridgeTuning(
    double slowestKmh,
    double fastestKmh,
    double vehicleGapM,
    double groupSpacingM,
    double speedChange,
    double mostCondition,
    double dynamicShare,
    double calibrationShare,
    double disagreeShare,
    double longestS) {

  static BridgeTuning from(Optional<Node> node) throws GarbledData {
    if (node.isPresent()) {
      node.get()
          .only(
              "slowestKmh",
              "fastestKmh",
              "vehicleGapM",
              "groupSpacingM",
              "speedChange",
              "mostCondition",
              "dynamicShare",
              "calibrationShare",
              "disagreeShare",
              "longestS");
    }
    return new BridgeTuning(
        number(node, "slowestKmh", 15, 1, 100),
        number(node, "fastestKmh", 140, 10, 300),
        number(node, "vehicleGapM", 12, 2, 50),
        number(node, "groupSpacingM", 2.0, 0.5, 5),
        number(node, "speedChange", 0.10, 0.01, 1),
        number(node, "mostCondition", 3, 1, 1e6),
        number(node, "dynamicShare", 0.05, 0, 0.5),
        number(node, "calibrationShare", 0.005, 0, 0.5),
        number(node, "disagreeShare", 0.25, 0.01, 10),
        number(node, "longestS", 60, 5, 600));
  }

  private static double number(
      Optional<Node> node, String name, double otherwise, double least, double most)
      throws GarbledData {
    Optional<Node> member = node.isPresent() ? node.get().optional(name) : Optional.empty();
    return member.isPresent() ? member.get().number(least, most) : otherwise;
  }

  double slowestMps() {
    return slowestKmh / 3.6;
  }

  double fastestMps() {
    return fastestKmh / 3.6;
  }
}
