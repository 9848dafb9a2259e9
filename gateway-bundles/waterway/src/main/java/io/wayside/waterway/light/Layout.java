// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.light;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Light and dark of a character, or why there is none. Of two flashes that follow each other the
 * lengths are a convention, not a rule; those used here are listed in docs/lights.md and are whole
 * steps of 50 ms wherever the period is.
 */
record Layout(Optional<Rhythm> rhythm, Optional<String> open) {

  private static final int STEADY_MS = 1000;

  static Layout of(LightCharacter character) {
    try {
      return new Layout(Optional.of(new Rhythm(phases(character))), Optional.empty());
    } catch (TooShort left) {
      return new Layout(Optional.empty(), Optional.of(String.valueOf(left.getMessage())));
    }
  }

  private static List<Phase> phases(LightCharacter character) throws TooShort {
    if (!character.alternating()) {
      return paint(runs(character, period(character)), character);
    }
    if (character.lightClass() == LightClass.FIXED) {
      return steps(character);
    }
    int times = times(character);
    List<Run> once = runs(character, period(character) / times);
    List<Run> all = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      all.addAll(once);
    }
    return paint(all, character);
  }

  /** A group with fewer flashes than colours comes once in each colour. */
  private static int times(LightCharacter character) {
    int appearances = Math.max(1, character.groups().stream().mapToInt(count -> count).sum());
    int colours = character.colours().size();
    return character.alternating() && appearances < colours ? colours : 1;
  }

  /** Runs in the colours of a character. */
  static Rhythm painted(LightCharacter character, List<Run> runs) {
    return new Rhythm(paint(runs, character));
  }

  /** 0 where none is given. */
  private static int period(LightCharacter character) {
    return character.periodMs().orElse(0);
  }

  private static List<Phase> steps(LightCharacter character) throws TooShort {
    int period = needed(character, period(character));
    int colours = character.colours().size();
    List<Phase> phases = new ArrayList<>();
    for (int i = 0; i < colours; i++) {
      int millis = period * (i + 1) / colours - period * i / colours;
      phases.add(Phase.lit(character.colours().get(i), millis));
    }
    return phases;
  }

  private static List<Run> runs(LightCharacter character, int period) throws TooShort {
    return switch (character.lightClass()) {
      case FIXED -> List.of(new Run(true, STEADY_MS));
      case FIXED_AND_FLASHING, FIXED_AND_LONG_FLASHING -> {
        // What the flashes add to the steady light is not told by light and dark.
        int flash = character.lightClass() == LightClass.FIXED_AND_FLASHING ? 500 : 2000;
        int whole = needed(character, period);
        if (whole <= flash) {
          throw new TooShort("a period of " + whole + " ms has no room for the flash");
        }
        yield List.of(new Run(true, flash), new Run(true, whole - flash));
      }
      case ISOPHASE -> {
        int whole = needed(character, period);
        yield List.of(new Run(true, whole / 2), new Run(false, whole - whole / 2));
      }
      case OCCULTING -> Eclipses.runs(character, needed(character, period));
      case FLASHING, LONG_FLASHING -> Flashes.runs(character, needed(character, period));
      case MORSE -> Flashes.morse(character, needed(character, period));
      default -> QuickFlashes.runs(character, period);
    };
  }

  static int needed(LightCharacter character, int period) throws TooShort {
    if (period == 0) {
      throw new TooShort("the period is not given; add it, as in " + character + " 10s");
    }
    return period;
  }

  private static List<Phase> paint(List<Run> runs, LightCharacter character) {
    int times = times(character);
    List<Phase> phases = new ArrayList<>();
    List<Integer> groups = character.groups();
    int lit = 0;
    long inOne = Math.max(1, runs.stream().filter(Run::lit).count() / times);
    for (Run run : runs) {
      if (!run.lit()) {
        phases.add(Phase.dark(run.millis()));
        continue;
      }
      int which = 0;
      if (character.alternating()) {
        boolean groupByColour = groups.size() == character.colours().size();
        which = times > 1 ? (int) (lit / inOne) : groupByColour ? group(groups, lit) : lit;
      }
      phases.add(
          Phase.lit(character.colours().get(which % character.colours().size()), run.millis()));
      lit++;
    }
    return phases;
  }

  private static int group(List<Integer> groups, int appearance) {
    int group = 0;
    for (int left = appearance; group < groups.size() && left >= groups.get(group); group++) {
      left -= groups.get(group);
    }
    return group;
  }

  /** The period, or the want of one, leaves no room; says so for people. */
  static final class TooShort extends Exception {

    private static final long serialVersionUID = 1L;

    TooShort(String message) {
      super(message);
    }
  }
}
