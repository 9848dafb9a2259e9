// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.platform;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import java.util.Optional;

/**
 * What a technician may have to change; member {@code tuning}. The defaults and their reasons stand
 * in docs/weighing-in-motion.md.
 *
 * @param presentKg above this something is on the platform
 * @param minAxleKg a lighter step is no axle
 * @param footprintM usual length of a tyre's contact
 * @param slowestKmh below this a vehicle counts as having stopped
 * @param fastestKmh no faster passage is looked for
 * @param vehicleGapM axles farther apart belong to two vehicles
 * @param groupSpacingM axles nearer than this share a group
 * @param speedChange largest change of speed over the vehicle, as a share of its mean
 * @param brakingMps2 largest acceleration
 * @param dynamicShare usual amplitude of body bounce at walking pace, as a share of the load
 * @param mostSwing a load that swings by a larger share of itself is not that of steady driving
 * @param calibrationShare relative standard uncertainty that all axles share
 * @param levelShare the same of what unevenness moves between the axles of a group
 * @param zeroReturnIntervals scale intervals within which zero must return
 * @param longestS a passage that lasts longer is cut
 */
record PlatformTuning(
    double presentKg,
    double minAxleKg,
    double footprintM,
    double slowestKmh,
    double fastestKmh,
    double vehicleGapM,
    double groupSpacingM,
    double speedChange,
    double brakingMps2,
    double dynamicShare,
    double mostSwing,
    double calibrationShare,
    double levelShare,
    double zeroReturnIntervals,
    double longestS) {

  static PlatformTuning from(Optional<Node> node, double scaleIntervalKg) throws GarbledData {
    if (node.isPresent()) {
      node.get()
          .only(
              "presentKg",
              "minAxleKg",
              "footprintM",
              "slowestKmh",
              "fastestKmh",
              "vehicleGapM",
              "groupSpacingM",
              "speedChange",
              "brakingMps2",
              "dynamicShare",
              "mostSwing",
              "calibrationShare",
              "levelShare",
              "zeroReturnIntervals",
              "longestS");
    }
    return new PlatformTuning(
        number(node, "presentKg", 5 * scaleIntervalKg, 0.1, 10_000),
        number(node, "minAxleKg", 8 * scaleIntervalKg, 0.1, 10_000),
        number(node, "footprintM", 0.25, 0.05, 0.6),
        number(node, "slowestKmh", 0.8, 0.1, 10),
        number(node, "fastestKmh", 25, 1, 60),
        number(node, "vehicleGapM", 10, 2, 50),
        number(node, "groupSpacingM", 2.0, 0.5, 5),
        number(node, "speedChange", 0.05, 0.01, 1),
        number(node, "brakingMps2", 0.4, 0.01, 10),
        number(node, "dynamicShare", 0.02, 0.001, 0.5),
        number(node, "mostSwing", 0.06, 0.005, 1),
        number(node, "calibrationShare", 0.003, 0, 0.1),
        number(node, "levelShare", 0.009, 0, 0.2),
        number(node, "zeroReturnIntervals", 1, 0.1, 100),
        number(node, "longestS", 120, 5, 600));
  }

  private static double number(
      Optional<Node> node, String name, double otherwise, double least, double most)
      throws GarbledData {
    Optional<Node> member = node.isPresent() ? node.get().optional(name) : Optional.empty();
    return member.isPresent() ? member.get().number(least, most) : otherwise;
  }
}
