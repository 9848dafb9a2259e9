// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.availability;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * When an aid was up, down on purpose, down, or unknown. Down when light or place says so; unknown
 * when either is unknown and none is down. What begins to be down while it is down on purpose is
 * planned for as long as that lasts; what was down before is not.
 */
public final class Ledger {

  private final Timeline<Verdict> light = new Timeline<>(Verdict.UNKNOWN);
  private final Timeline<Verdict> place = new Timeline<>(Verdict.UNKNOWN);
  private final Timeline<Boolean> planned = new Timeline<>(false);
  private final Timeline<Boolean> due = new Timeline<>(false);

  public void light(Instant since, Verdict verdict) {
    light.put(since, verdict);
  }

  public void place(Instant since, Verdict verdict) {
    place.put(since, verdict);
  }

  /** Whether it is dark on purpose. */
  public void planned(Instant since, boolean dark) {
    planned.put(since, dark);
  }

  /** Whether its light should shine. */
  public void due(Instant since, boolean shine) {
    due.put(since, shine);
  }

  /** Nobody watches from then on, until something is told again. */
  public void unwatched(Instant since) {
    light.put(since, Verdict.UNKNOWN);
    place.put(since, Verdict.UNKNOWN);
    planned.put(since, false);
    due.put(since, false);
  }

  /** From one moment to another without a gap. */
  public List<Stretch> stretches(Instant from, Instant to) {
    TreeSet<Instant> cuts = new TreeSet<>(light.moments());
    cuts.addAll(place.moments());
    cuts.addAll(planned.moments());
    cuts.addAll(due.moments());
    cuts.add(from);
    List<Stretch> stretches = new ArrayList<>();
    @Nullable Instant downSince = null;
    for (Instant cut : cuts.headSet(to, false)) {
      Instant next = cuts.higher(cut);
      Instant end = next == null || next.isAfter(to) ? to : next;
      Verdict verdict = verdict(cut);
      downSince = verdict != Verdict.DOWN ? null : downSince == null ? cut : downSince;
      if (!cut.isBefore(from) && end.isAfter(cut)) {
        boolean shine = due.at(cut) && !planned.at(cut);
        stretches.add(
            new Stretch(cut, end, condition(cut, verdict, downSince), shine, light.at(cut)));
      }
    }
    return stretches;
  }

  private Verdict verdict(Instant at) {
    Verdict shines = light.at(at);
    Verdict stands = place.at(at);
    if (shines == Verdict.DOWN || stands == Verdict.DOWN) {
      return Verdict.DOWN;
    }
    boolean nobody = shines == Verdict.NO_SAY && stands == Verdict.NO_SAY;
    return nobody || shines == Verdict.UNKNOWN || stands == Verdict.UNKNOWN
        ? Verdict.UNKNOWN
        : Verdict.UP;
  }

  private Condition condition(Instant at, Verdict verdict, @Nullable Instant downSince) {
    boolean meant = planned.at(at);
    if (verdict == Verdict.UNKNOWN) {
      return Condition.UNKNOWN;
    }
    if (downSince == null) {
      return meant ? Condition.DOWN_PLANNED : Condition.UP;
    }
    Optional<Instant> begun = planned.since(at);
    return meant && begun.isPresent() && !downSince.isBefore(begun.get())
        ? Condition.DOWN_PLANNED
        : Condition.DOWN_UNPLANNED;
  }

  /** Sums from one moment to another. */
  public Figures figures(Instant from, Instant to) {
    return Figures.of(stretches(from, to));
  }

  /** Forgets what no reckoning from that moment on needs. */
  public void forget(Instant before) {
    light.forget(before);
    place.forget(before);
    planned.forget(before);
    due.forget(before);
  }
}
