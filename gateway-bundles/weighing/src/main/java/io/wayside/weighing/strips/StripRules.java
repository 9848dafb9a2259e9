// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.strips;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import java.util.Optional;

/**
 * What a technician may have to change; docs/weighing-in-motion.md gives the reason of each
 * default.
 *
 * @param groupSpacingM axles up to this far apart are one group
 * @param longestSpacingM axles further apart are two vehicles
 * @param shortestSpacingM axles closer together are not believed
 * @param longestVehicleM longer vehicles are doubted
 * @param leastWheelN wheels that press less are not looked for
 * @param noiseMultiple threshold in multiples of the measured noise
 * @param mainsHz of the hum taken out; 0 for none
 * @param fusion how the lines become one load
 * @param calibrationShare standard uncertainty of the calibration as a share of the load, common to
 *     all axles
 * @param dynamicShareAt80 standard deviation of the load at 80 km/h as a share of it, before any
 *     vehicle was seen
 */
public record StripRules(
    double groupSpacingM,
    double longestSpacingM,
    double shortestSpacingM,
    double longestVehicleM,
    double leastWheelN,
    double noiseMultiple,
    double mainsHz,
    Fusion fusion,
    double calibrationShare,
    double dynamicShareAt80) {

  /** How the loads seen by the lines become one. */
  enum Fusion {
    MEAN,
    /** Median after what lies outside the quartiles is left out. */
    MEDIAN,
    /**
     * Least squares with bounce and hop as disturbances of known spectrum, outliers weighed down.
     */
    SPECTRAL,
    /** Least squares with one sine from 4 lines on, two from 7 on; the mean below. */
    SINES
  }

  static final StripRules DEFAULT =
      new StripRules(2.0, 13, 0.6, 26, 300, 6, 50, Fusion.SPECTRAL, 0.005, 0.06);

  static StripRules from(Optional<Node> rules) throws GarbledData {
    if (rules.isEmpty()) {
      return DEFAULT;
    }
    Node node =
        rules
            .get()
            .only(
                "groupSpacingM",
                "longestSpacingM",
                "shortestSpacingM",
                "longestVehicleM",
                "leastWheelN",
                "noiseMultiple",
                "mainsHz",
                "fusion",
                "calibrationPercent",
                "dynamicPercentAt80");
    Optional<Node> fusion = node.optional("fusion");
    return new StripRules(
        number(node, "groupSpacingM", DEFAULT.groupSpacingM, 0.5, 5),
        number(node, "longestSpacingM", DEFAULT.longestSpacingM, 5, 30),
        number(node, "shortestSpacingM", DEFAULT.shortestSpacingM, 0.3, 1.2),
        number(node, "longestVehicleM", DEFAULT.longestVehicleM, 5, 100),
        number(node, "leastWheelN", DEFAULT.leastWheelN, 1, 1e5),
        number(node, "noiseMultiple", DEFAULT.noiseMultiple, 3, 50),
        number(node, "mainsHz", DEFAULT.mainsHz, 0, 400),
        fusion.isPresent() ? fusion.get().word(Fusion.class) : DEFAULT.fusion,
        number(node, "calibrationPercent", DEFAULT.calibrationShare * 100, 0, 50) / 100,
        number(node, "dynamicPercentAt80", DEFAULT.dynamicShareAt80 * 100, 0, 100) / 100);
  }

  private static double number(Node node, String name, double usual, double least, double most)
      throws GarbledData {
    Optional<Node> member = node.optional(name);
    return member.isPresent() ? member.get().number(least, most) : usual;
  }
}
