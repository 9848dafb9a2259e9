// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.cli;

import io.wayside.core.data.Value;
import io.wayside.core.data.Value.Fields;
import io.wayside.waterway.light.Colour;
import io.wayside.waterway.light.LightCharacter;
import io.wayside.waterway.light.Phase;
import io.wayside.waterway.light.Rhythm;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A character laid out, for people and for programs. */
final class RhythmPrint {

  private static final int WIDEST = 100; // signs
  private static final int WIDE = 50;

  private RhythmPrint() {}

  static String text(LightCharacter character, Rhythm rhythm, List<String> faults) {
    StringBuilder text = new StringBuilder().append(character).append('\n');
    text.append(
        String.format(
            Locale.ROOT,
            "period %.2f s, lit %.2f s\n",
            rhythm.periodMs() / 1000.0,
            rhythm.litMs() / 1000.0));
    text.append(String.format(Locale.ROOT, "%8s %8s\n", "from ms", "for ms"));
    int from = 0;
    for (Phase phase : rhythm.phases()) {
      text.append(String.format(Locale.ROOT, "%8d %8d  %s\n", from, phase.millis(), state(phase)));
      from += phase.millis();
    }
    text.append(bar(rhythm)).append('\n');
    faults.forEach(fault -> text.append("note: ").append(fault).append('\n'));
    return text.toString();
  }

  private static String state(Phase phase) {
    return phase
        .colour()
        .map(colour -> "lit " + colour.name().toLowerCase(Locale.ROOT))
        .orElse("dark");
  }

  /** The period as signs: letters of the colour, dots for dark; what is rare is not lost. */
  private static String bar(Rhythm rhythm) {
    int period = rhythm.periodMs();
    int shortest = rhythm.phases().stream().mapToInt(Phase::millis).min().orElseThrow();
    int columns = Math.max(WIDE, Math.min(WIDEST, period / Math.max(1, shortest)));
    boolean litIsRare = 2 * rhythm.litMs() < period;
    StringBuilder bar = new StringBuilder("|");
    for (int column = 0; column < columns; column++) {
      long from = (long) period * column / columns;
      long to = (long) period * (column + 1) / columns;
      Phase shown = rhythm.at(from);
      for (long ms = from; ms < to && shown.lit() != litIsRare; ms++) {
        shown = rhythm.at(ms).lit() == litIsRare ? rhythm.at(ms) : shown;
      }
      bar.append(shown.colour().map(Colour::letters).orElse(".").charAt(0));
    }
    return bar.append(
            String.format(Locale.ROOT, "| one sign is %.0f ms", (double) period / columns))
        .toString();
  }

  static Fields json(LightCharacter character, Rhythm rhythm, List<String> faults) {
    return Fields.with("character", character.toString())
        .and("class", character.lightClass().letters())
        .and("periodMs", rhythm.periodMs())
        .and("litMs", rhythm.litMs())
        .and("phases", phases(rhythm))
        .and("notes", faults.stream().map(Value.Text::new).toList())
        .build();
  }

  static List<Value> phases(Rhythm rhythm) {
    List<Value> phases = new ArrayList<>();
    for (Phase phase : rhythm.phases()) {
      phases.add(
          Fields.with("lit", phase.lit())
              .and("ms", phase.millis())
              .and(
                  "colour",
                  phase.colour().<Value>map(c -> new Value.Text(c.letters())).orElse(Value.ABSENT))
              .build());
    }
    return phases;
  }
}
