// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.countscore;

import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a counter has to reach in a scene.
 *
 * @param words for the table
 */
record SceneBar(String words, Predicate<SceneTally> met) {

  private static final Map<String, SceneBar> BARS =
      Map.of(
          "free-flow", both(0.99),
          "motorcycle-groups", both(0.95),
          "queue", new SceneBar("each count", SceneTally::everyCountIsRight),
          "night", both(0.95),
          "rain", both(0.95),
          "shake", new SceneBar("1 false in 10 min", SceneBar::isCalm));

  static Optional<SceneBar> of(String scene) {
    return Optional.ofNullable(BARS.get(scene.startsWith("queue") ? "queue" : scene));
  }

  private static SceneBar both(double share) {
    return new SceneBar(
        "both " + share,
        tally -> tally.all().recall() >= share && tally.all().precision() >= share);
  }

  private static boolean isCalm(SceneTally tally) {
    return tally.all().events() - tally.all().matched() <= Math.ceil(tally.seconds() / 600);
  }
}
