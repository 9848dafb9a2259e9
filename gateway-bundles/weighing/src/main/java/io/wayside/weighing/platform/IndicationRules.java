// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.platform;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import java.util.Optional;

/**
 * How the software indicator turns samples into indications; member {@code indication}.
 *
 * @param filterS span of the average behind each indication
 * @param readingsPerS indications per second
 * @param stableS how long indications must agree within one interval to be at rest
 * @param creepIntervals drift of a resting load, in scale intervals, that is a trouble
 * @param tareEndsAtZero whether a tare ends by itself when the platform is empty after it
 */
record IndicationRules(
    double filterS,
    double readingsPerS,
    double stableS,
    double creepIntervals,
    boolean tareEndsAtZero) {

  static IndicationRules from(Optional<Node> node) throws GarbledData {
    if (node.isEmpty()) {
      return new IndicationRules(1.5, 10, 1.0, 1.0, false);
    }
    node.get().only("filterS", "readingsPerS", "stableS", "creepIntervals", "tareEndsAtZero");
    return new IndicationRules(
        number(node.get(), "filterS", 1.5, 0.05, 5),
        number(node.get(), "readingsPerS", 10, 1, 50),
        number(node.get(), "stableS", 1.0, 0.2, 30),
        number(node.get(), "creepIntervals", 1.0, 0.1, 100),
        truth(node.get(), "tareEndsAtZero"));
  }

  private static boolean truth(Node node, String name) throws GarbledData {
    Optional<Node> member = node.optional(name);
    return member.isPresent() && member.get().truth();
  }

  private static double number(Node node, String name, double otherwise, double least, double most)
      throws GarbledData {
    Optional<Node> member = node.optional(name);
    return member.isPresent() ? member.get().number(least, most) : otherwise;
  }
}
