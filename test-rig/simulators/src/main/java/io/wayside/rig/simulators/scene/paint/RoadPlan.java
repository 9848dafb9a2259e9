// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.scene.paint;

import java.util.List;

/**
 * A straight road and what stands beside it; metres across, to the right of the road's middle.
 *
 * @param leftM its left kerb
 * @param rightM its right kerb
 * @param dashesM broken white lines
 * @param middleM where a double yellow line parts the two ways; not a number for one way only
 * @param trees beside it
 */
public record RoadPlan(
    double leftM, double rightM, List<Double> dashesM, double middleM, List<Tree> trees) {

  /** A tree with a round crown. */
  public record Tree(double xM, double yM, double crownZM, double crownRadiusM) {}

  public RoadPlan {
    dashesM = List.copyOf(dashesM);
    trees = List.copyOf(trees);
  }
}
