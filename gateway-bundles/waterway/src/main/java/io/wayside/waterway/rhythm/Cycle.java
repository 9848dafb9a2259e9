// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.rhythm;

import io.wayside.waterway.light.Colour;
import io.wayside.waterway.light.LightCharacter;
import io.wayside.waterway.light.Phase;
import io.wayside.waterway.light.Rhythm;
import io.wayside.waterway.light.Run;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The list of light and dark that repeats in what was seen, whichever it is. */
final class Cycle {

  private static final int LONGEST = 128; // runs
  private static final int MOST_TOLD = 12;
  private static final long LEAST_NANOS = 15_000_000_000L;
  private static final double MS = 1e6;

  private Cycle() {}

  /** The shortest that came twice at least at the end, averaged over all its repetitions. */
  static Optional<Rhythm> in(List<Lasted> ended, Tolerance tolerance, long samplingNanos) {
    List<Lasted> runs = ended.stream().filter(Lasted::whole).toList();
    int count = runs.size();
    for (int length = 2; 2 * length <= count && length <= LONGEST; length += 2) {
      int same = 0;
      while (same + length < count
          && alike(
              runs.get(count - 1 - same),
              runs.get(count - 1 - same - length),
              tolerance,
              samplingNanos)) {
        same++;
      }
      // A group alone repeats too, but not for long.
      long lasted = runs.get(count - 1).toNanos() - runs.get(count - same - length).fromNanos();
      if (same >= length && lasted >= LEAST_NANOS) {
        return Optional.of(mean(runs.subList(count - same - length, count), length));
      }
    }
    return Optional.empty();
  }

  private static boolean alike(Lasted a, Lasted b, Tolerance tolerance, long samplingNanos) {
    return a.lit() == b.lit()
        && Math.abs(a.nanos() - b.nanos())
            <= tolerance.of(Math.max(a.nanos(), b.nanos()), samplingNanos);
  }

  private static Rhythm mean(List<Lasted> runs, int length) {
    int first = runs.get(0).lit() ? 0 : 1;
    List<Phase> phases = new ArrayList<>();
    for (int i = first; i < first + length; i++) {
      double sum = 0;
      int times = 0;
      for (int j = i; j < runs.size(); j += length) {
        sum += runs.get(j).nanos();
        times++;
      }
      int millis = (int) Math.max(1, Math.round(sum / times / MS));
      boolean lit = runs.get(i).lit();
      phases.add(lit ? Phase.lit(Colour.WHITE, millis) : Phase.dark(millis));
    }
    return endingWithTheLongestDark(phases);
  }

  private static Rhythm endingWithTheLongestDark(List<Phase> phases) {
    int longest = 1;
    for (int i = 3; i < phases.size(); i += 2) {
      longest = phases.get(i).millis() > phases.get(longest).millis() ? i : longest;
    }
    Collections.rotate(phases, -longest - 1);
    return new Rhythm(phases);
  }

  /** Runs as a rhythm whose colour is not known. */
  static Rhythm white(List<Run> runs) {
    return new Rhythm(
        runs.stream()
            .map(
                run -> run.lit() ? Phase.lit(Colour.WHITE, run.millis()) : Phase.dark(run.millis()))
            .toList());
  }

  /** A rhythm for people: its name and its lengths in seconds. */
  static String words(Rhythm rhythm) {
    Rhythm white = white(rhythm.runs());
    String name =
        LightCharacter.of(white).map(LightCharacter::toString).orElse("light of no class");
    return name
        + white.runs().stream()
            .limit(MOST_TOLD)
            .map(
                run ->
                    String.format(
                        Locale.ROOT, "%s %.2f", run.lit() ? "lit" : "dark", run.millis() / 1000.0))
            .collect(
                Collectors.joining(", ", " (", white.runs().size() > MOST_TOLD ? " …)" : " s)"));
  }
}
