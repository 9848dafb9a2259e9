// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.light;

import io.wayside.waterway.light.Layout.TooShort;
import java.util.ArrayList;
import java.util.List;

/** Occulting lights: eclipses in a light that is longer. */
final class Eclipses {

  private static final int LONGEST_MS = 2000;
  private static final int USUAL_MS = 500;
  private static final int IN_GROUP_MS = 1000;
  private static final int SHORTEST_MS = 200;

  private Eclipses() {}

  static List<Run> runs(LightCharacter character, int period) throws TooShort {
    List<Integer> groups = character.groups();
    if (groups.isEmpty()) {
      return single(period);
    }
    int eclipses = groups.stream().mapToInt(count -> count).sum();
    int within = eclipses - groups.size();
    // The light between groups is twice as long as the light within them, at least.
    int eclipse =
        Math.min(
            IN_GROUP_MS, Steps.down(period / (double) (eclipses + within + 2 * groups.size())));
    if (eclipse < SHORTEST_MS) {
      throw new TooShort(eclipses + " eclipses have no room in " + period + " ms");
    }
    int rest = period - (eclipses + within) * eclipse;
    List<Run> runs = new ArrayList<>();
    for (int group = 0; group < groups.size(); group++) {
      for (int i = 0; i < groups.get(group); i++) {
        runs.add(new Run(false, eclipse));
        boolean last = i == groups.get(group) - 1;
        int share = rest * (group + 1) / groups.size() - rest * group / groups.size();
        runs.add(new Run(true, last ? share : eclipse));
      }
    }
    return runs;
  }

  private static List<Run> single(int period) throws TooShort {
    int eclipse = Math.max(USUAL_MS, Math.min(LONGEST_MS, Steps.down(period / 4.0)));
    if (2 * eclipse >= period) {
      throw new TooShort("an eclipse of " + eclipse + " ms is no less than half of " + period);
    }
    return List.of(new Run(true, period - eclipse), new Run(false, eclipse));
  }
}
