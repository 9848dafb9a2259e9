// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.light;

import java.util.ArrayList;
import java.util.List;

/** Light and dark over one period, which then begins anew. A fixed light is one lit phase. */
public record Rhythm(List<Phase> phases) {

  public Rhythm {
    if (phases.isEmpty()) {
      throw new IllegalArgumentException("a rhythm has a phase at least");
    }
    phases = List.copyOf(phases);
  }

  public int periodMs() {
    return phases.stream().mapToInt(Phase::millis).sum();
  }

  /** The phase in force at a time within any period; negative times are well defined. */
  public Phase at(long millis) {
    long within = Math.floorMod(millis, (long) periodMs());
    for (Phase phase : phases) {
      if (within < phase.millis()) {
        return phase;
      }
      within -= phase.millis();
    }
    throw new IllegalStateException("phases do not add up to the period");
  }

  /**
   * Light and dark alone, changing with every run; the end of the period runs on into its
   * beginning. One run is a light that never changes.
   */
  public List<Run> runs() {
    List<Run> runs = new ArrayList<>();
    for (Phase phase : phases) {
      int last = runs.size() - 1;
      if (last >= 0 && runs.get(last).lit() == phase.lit()) {
        runs.set(last, new Run(phase.lit(), runs.get(last).millis() + phase.millis()));
      } else {
        runs.add(new Run(phase.lit(), phase.millis()));
      }
    }
    int last = runs.size() - 1;
    if (last > 0 && runs.get(0).lit() == runs.get(last).lit()) {
      Run end = runs.remove(last);
      runs.set(0, new Run(end.lit(), end.millis() + runs.get(0).millis()));
    }
    return List.copyOf(runs);
  }

  /** How long it is lit in one period. */
  public int litMs() {
    return phases.stream().filter(Phase::lit).mapToInt(Phase::millis).sum();
  }
}
