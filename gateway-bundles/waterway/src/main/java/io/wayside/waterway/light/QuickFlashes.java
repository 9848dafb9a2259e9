// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.light;

import io.wayside.waterway.light.Layout.TooShort;
import java.util.ArrayList;
import java.util.List;

/** Quick lights: flashes at the usual rate of their class, in groups or until interrupted. */
final class QuickFlashes {

  private static final int LONG_MS = 2000;
  private static final int INTERRUPTION_MS = 3000;

  private QuickFlashes() {}

  /** Usual lengths: 60, 120 and 240 flashes a minute. */
  private record Beat(int litMs, int darkMs) {
    int millis() {
      return litMs + darkMs;
    }

    static Beat of(LightClass lightClass) {
      return switch (lightClass) {
        case QUICK, INTERRUPTED_QUICK -> new Beat(300, 700);
        case VERY_QUICK, INTERRUPTED_VERY_QUICK -> new Beat(200, 300);
        default -> new Beat(100, 150);
      };
    }
  }

  static List<Run> runs(LightCharacter character, int period) throws TooShort {
    LightClass lightClass = character.lightClass();
    Beat beat = Beat.of(lightClass);
    if (lightClass.isInterrupted()) {
      int whole = Layout.needed(character, period);
      int flashes = (whole - INTERRUPTION_MS) / beat.millis();
      Flashes.room(flashes >= 2, 2, whole);
      return Flashes.closed(flashes(beat, flashes), whole, flashes);
    }
    if (character.groups().isEmpty() && !character.longFlash()) {
      return alone(lightClass, beat, period);
    }
    int flashes = Math.max(1, character.groups().stream().mapToInt(count -> count).sum());
    List<Run> runs = flashes(beat, flashes);
    if (character.longFlash()) {
      runs.add(new Run(true, LONG_MS));
      runs.add(new Run(false, beat.millis()));
    }
    if (character.groups().size() > 1) {
      throw new TooShort("quick flashes have one group; write Fl for groups such as (2+1)");
    }
    int last = runs.size() - 1;
    // The dark at the end must be longer than the dark in the group, or nobody sees a group.
    runs.set(last, new Run(false, runs.get(last).millis() + 2 * beat.darkMs()));
    return Flashes.closed(runs, Layout.needed(character, period), flashes);
  }

  private static List<Run> flashes(Beat beat, int flashes) {
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < flashes; i++) {
      runs.add(new Run(true, beat.litMs()));
      runs.add(new Run(false, beat.darkMs()));
    }
    return runs;
  }

  /** A period that is given is the distance of two flashes. */
  private static List<Run> alone(LightClass lightClass, Beat beat, int period) throws TooShort {
    int whole = period == 0 ? beat.millis() : period;
    if (LightRules.classAtRate(whole) != lightClass) {
      throw new TooShort(
          "a flash every "
              + whole
              + " ms is not the rate of "
              + lightClass.letters()
              + "; correct the period or give a group, as in Q(9) 15s");
    }
    int lit = (int) Math.round((double) whole * beat.litMs() / beat.millis());
    return List.of(new Run(true, lit), new Run(false, whole - lit));
  }
}
