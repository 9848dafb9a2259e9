// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.camerakill;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/** Whether kills left something behind: the last third of the rounds against the first. */
final class KillVerdict {

  private static final long MORE_DESCRIPTORS = 3;
  private static final long MORE_THREADS = 3;
  private static final long MORE_RESIDENT_KB = 24 * 1024;
  private static final long MORE_HEAP_KB = 4 * 1024;

  private final List<Round> rounds;
  private final List<String> faults = new ArrayList<>();

  /**
   * Judges.
   *
   * @param weighsMemory whether there were rounds enough that memory has settled before the last
   */
  KillVerdict(List<Round> rounds, boolean weighsMemory) {
    this.rounds = List.copyOf(rounds);
    int zombies = rounds.stream().mapToInt(round -> round.after().zombies()).max().orElse(0);
    if (zombies > 0) {
      faults.add(zombies + " zombies at once");
    }
    grown("descriptors", r -> r.after().descriptors(), MORE_DESCRIPTORS);
    grown("threads", r -> r.after().threads(), MORE_THREADS);
    if (weighsMemory) {
      grown("kB of resident memory", r -> r.after().residentKb(), MORE_RESIDENT_KB);
      grown("kB of heap", r -> r.after().heapKb(), MORE_HEAP_KB);
    }
  }

  private void grown(String what, ToLongFunction<Round> figure, long most) {
    long more = median(figure, true) - median(figure, false);
    if (more > most) {
      faults.add(more + " more " + what + " at the end than at the beginning");
    }
  }

  private long median(ToLongFunction<Round> figure, boolean atEnd) {
    int third = Math.max(1, rounds.size() / 3);
    List<Round> part =
        atEnd ? rounds.subList(rounds.size() - third, rounds.size()) : rounds.subList(0, third);
    long[] sorted = part.stream().mapToLong(figure).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  List<String> faults() {
    return List.copyOf(faults);
  }

  List<String> lines() {
    double[] back = rounds.stream().mapToDouble(Round::backS).sorted().toArray();
    long pictures = rounds.stream().mapToLong(Round::pictures).sum();
    int zombies = rounds.stream().map(Round::after).mapToInt(Vitals::zombies).max().orElse(0);
    long resident =
        rounds.stream()
            .map(Round::after)
            .max(Comparator.comparingLong(Vitals::residentKb))
            .map(Vitals::residentKb)
            .orElse(0L);
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%d kills, %d pictures; back after %.2f s (median), %.2f s at most",
            rounds.size(),
            pictures,
            back[back.length / 2],
            back[back.length - 1]));
    lines.add("zombies at once: " + zombies);
    lines.add(change("descriptors", r -> r.after().descriptors()));
    lines.add(change("threads", r -> r.after().threads()));
    lines.add(change("resident memory, kB", r -> r.after().residentKb()) + ", most " + resident);
    lines.add(change("heap after a collection, kB", r -> r.after().heapKb()));
    faults.forEach(fault -> lines.add("LEFT BEHIND: " + fault));
    return lines;
  }

  private String change(String what, ToLongFunction<Round> figure) {
    return what + ": " + median(figure, false) + " at first, " + median(figure, true) + " at last";
  }
}
