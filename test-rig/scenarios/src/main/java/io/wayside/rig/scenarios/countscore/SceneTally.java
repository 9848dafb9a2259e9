// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.countscore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/** What a counter got right in all runs of one scene. */
final class SceneTally {

  private final List<Score> scores = new ArrayList<>();
  private double seconds;

  void add(Score score, double lastedS) {
    scores.add(score);
    seconds += lastedS;
  }

  Score.Row all() {
    return new Score.Row(
        scores.stream().mapToInt(score -> score.all().truths()).sum(),
        scores.stream().mapToInt(score -> score.all().events()).sum(),
        scores.stream().mapToInt(score -> score.all().matched()).sum());
  }

  /** What was not counted. */
  List<Passing> missed() {
    return scores.stream().flatMap(score -> score.missed().stream()).toList();
  }

  double seconds() {
    return seconds;
  }

  /** Whether in each run as many were counted as there were, whenever they were. */
  boolean everyCountIsRight() {
    return scores.stream().allMatch(score -> score.all().events() == score.all().truths());
  }

  /** What 95 of 100 errors of speed are within, relative; empty without speeds. */
  OptionalDouble speedWithin() {
    double[] sizes =
        scores.stream()
            .flatMapToDouble(score -> Arrays.stream(score.errors(Passing::speedMps)))
            .map(Math::abs)
            .sorted()
            .toArray();
    return sizes.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(sizes[(int) Math.ceil(0.95 * sizes.length) - 1]);
  }
}
