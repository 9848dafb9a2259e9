// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.light;

import io.wayside.waterway.light.Layout.TooShort;
import java.util.ArrayList;
import java.util.List;

/** Flashing and Morse lights: flashes in a dark that is longer. */
final class Flashes {

  private static final int SHORT_MS = 500;
  private static final int LONG_MS = 2000;
  private static final int SHORTEST_MS = 150;
  private static final int DOT_MS = 500;

  private Flashes() {}

  static List<Run> runs(LightCharacter character, int period) throws TooShort {
    boolean isLong = character.lightClass() == LightClass.LONG_FLASHING;
    if (isLong || character.longFlash()) {
      return withLongOnes(character, period, isLong);
    }
    if (character.groups().isEmpty()) {
      int flash = Math.max(Math.min(300, Steps.down(period / 3.0)), Steps.down(period / 6.0));
      flash = Math.min(SHORT_MS, flash);
      room(flash >= SHORTEST_MS, 1, period);
      return List.of(new Run(true, flash), new Run(false, period - flash));
    }
    return grouped(character.groups(), period);
  }

  /**
   * In halves of the dark within a group: a flash is 1, the dark within a group 2, between groups
   * 4, before the next period 8 or more.
   */
  private static List<Run> grouped(List<Integer> groups, int period) throws TooShort {
    int flashes = groups.stream().mapToInt(count -> count).sum();
    int within = flashes - groups.size();
    int parts = flashes + 2 * within + 4 * (groups.size() - 1) + (groups.size() > 1 ? 8 : 4);
    int flash = Math.min(SHORT_MS, Steps.down(period / (double) parts));
    room(flash >= SHORTEST_MS, flashes, period);
    List<Run> runs = new ArrayList<>();
    int left = period;
    for (int group : groups) {
      for (int i = 0; i < group; i++) {
        int dark = i == group - 1 ? 4 * flash : 2 * flash;
        runs.add(new Run(true, flash));
        runs.add(new Run(false, dark));
        left -= flash + dark;
      }
    }
    int last = runs.size() - 1;
    runs.set(last, new Run(false, runs.get(last).millis() + left));
    return runs;
  }

  private static List<Run> withLongOnes(LightCharacter character, int period, boolean isLong)
      throws TooShort {
    List<Run> runs = new ArrayList<>();
    int flashes = Math.max(1, character.groups().stream().mapToInt(count -> count).sum());
    for (int i = 0; i < flashes; i++) {
      runs.add(new Run(true, isLong ? LONG_MS : SHORT_MS));
      runs.add(new Run(false, 1000));
    }
    if (character.longFlash()) {
      runs.add(new Run(true, LONG_MS));
      runs.add(new Run(false, 1000));
    }
    if (runs.size() > 2) {
      runs.set(runs.size() - 1, new Run(false, 2000)); // or nobody sees where the group ends
    }
    return closed(runs, period, flashes);
  }

  /** Lengthens the dark at the end until the period is full and light is less than dark. */
  static List<Run> closed(List<Run> runs, int period, int flashes) throws TooShort {
    int sum = runs.stream().mapToInt(Run::millis).sum();
    int lit = runs.stream().filter(Run::lit).mapToInt(Run::millis).sum();
    int last = runs.size() - 1;
    room(sum <= period && 2 * lit < period, flashes, period);
    runs.set(last, new Run(false, runs.get(last).millis() + period - sum));
    return runs;
  }

  static List<Run> morse(LightCharacter character, int period) throws TooShort {
    int[] units = Morse.units(character.morse());
    int sum = 0;
    for (int unit : units) {
      sum += unit;
    }
    // Between two letters lie three dots; before the next period at least five.
    int dot = Math.min(DOT_MS, Steps.down(period / (double) (sum + 5)));
    room(dot >= SHORTEST_MS, character.morse().length(), period);
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < units.length; i++) {
      runs.add(new Run(i % 2 == 0, units[i] * dot));
    }
    runs.add(new Run(false, period - sum * dot));
    return runs;
  }

  static void room(boolean enough, int flashes, int period) throws TooShort {
    if (!enough) {
      throw new TooShort(
          flashes
              + " in a period of "
              + period
              + " ms have no room with the usual lengths; give a longer period or a list for the"
              + " aid");
    }
  }
}
