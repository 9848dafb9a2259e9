// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.light;

import java.util.ArrayList;
import java.util.List;

/** What a list of light and dark must keep to so that a mariner names its class rightly. */
public final class LightRules {

  private static final int LONG_MS = 2000;
  private static final double FASTEST_PER_MINUTE = 300;

  private LightRules() {}

  /** The class of single flashes at this distance from each other. */
  static LightClass classAtRate(int distanceMs) {
    double perMinute = 60_000.0 / distanceMs;
    if (perMinute < 50) {
      return LightClass.FLASHING;
    }
    if (perMinute < 80) {
      return LightClass.QUICK;
    }
    return perMinute < 160 ? LightClass.VERY_QUICK : LightClass.ULTRA_QUICK;
  }

  /** What is wrong with a list for a character, in words; empty where nothing is. */
  public static List<String> faults(LightCharacter character, Rhythm rhythm) {
    List<String> faults = new ArrayList<>();
    int period = rhythm.periodMs();
    int lit = rhythm.litMs();
    int dark = period - lit;
    character
        .periodMs()
        .ifPresent(
            ms -> {
              if (ms != period) {
                faults.add("it lasts " + period + " ms, the period of the character is " + ms);
              }
            });
    String figures = ": " + lit + " ms of light, " + dark + " ms of dark";
    switch (character.lightClass()) {
      case FIXED, FIXED_AND_FLASHING, FIXED_AND_LONG_FLASHING ->
          require(dark == 0, faults, "a steady light is never dark" + figures);
      case FLASHING, LONG_FLASHING ->
          require(lit < dark, faults, "a flashing light is less lit than dark" + figures);
      case OCCULTING ->
          require(
              character.groups().isEmpty() ? lit > dark : lit >= dark,
              faults,
              "an occulting light is more lit than dark" + figures);
      case ISOPHASE ->
          require(Math.abs(lit - dark) <= 1, faults, "an isophase light is lit for half" + figures);
      default -> {}
    }
    if (!character.lightClass().isSteady()) {
      flashes(character, rhythm, faults);
    }
    return List.copyOf(faults);
  }

  private static void flashes(LightCharacter character, Rhythm rhythm, List<String> faults) {
    List<Run> runs = rhythm.runs();
    require(runs.size() > 1, faults, "a rhythmic light has light and dark");
    List<Integer> flashes = runs.stream().filter(Run::lit).map(Run::millis).sorted().toList();
    if (flashes.isEmpty() || runs.size() < 2) {
      return;
    }
    int longest = flashes.get(flashes.size() - 1);
    LightClass lightClass = character.lightClass();
    if (lightClass == LightClass.LONG_FLASHING || character.longFlash()) {
      require(longest >= LONG_MS, faults, "a long flash lasts 2 s, not " + longest + " ms");
    }
    if (character.longFlash() && flashes.size() > 1) {
      int second = flashes.get(flashes.size() - 2);
      require(
          3 * second <= longest,
          faults,
          "a short flash beside a long one lasts a third of it at most, not " + second + " ms");
    }
    if (lightClass == LightClass.FLASHING && character.groups().isEmpty() && flashes.size() == 1) {
      rate(lightClass, rhythm.periodMs(), faults);
    }
    if (lightClass.isQuick()) {
      rates(lightClass, runs, faults);
    }
  }

  private static void rates(LightClass lightClass, List<Run> runs, List<String> faults) {
    int shortest = Integer.MAX_VALUE;
    for (int i = 0; i < runs.size(); i++) {
      Run next = runs.get((i + 1) % runs.size());
      if (runs.get(i).lit()) {
        shortest = Math.min(shortest, runs.get(i).millis() + next.millis());
      }
    }
    LightClass quick =
        switch (lightClass) {
          case INTERRUPTED_QUICK -> LightClass.QUICK;
          case INTERRUPTED_VERY_QUICK -> LightClass.VERY_QUICK;
          case INTERRUPTED_ULTRA_QUICK -> LightClass.ULTRA_QUICK;
          default -> lightClass;
        };
    rate(quick, shortest, faults);
    require(
        60_000.0 / shortest <= FASTEST_PER_MINUTE,
        faults,
        "more than 300 flashes a minute are seen as a steady light");
  }

  private static void rate(LightClass wanted, int distanceMs, List<String> faults) {
    LightClass found = classAtRate(distanceMs);
    require(
        found == wanted,
        faults,
        String.format(
            java.util.Locale.ROOT,
            "%.0f flashes a minute are the rate of %s, not of %s",
            60_000.0 / distanceMs,
            found.letters(),
            wanted.letters()));
  }

  private static void require(boolean kept, List<String> faults, String otherwise) {
    if (!kept) {
      faults.add(otherwise);
    }
  }
}
