// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.light;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Appearances of light in one period, each with the dark after it; the longest dark ends it. */
final class Appearances {

  private static final int ALIKE_MS = 60;
  private static final double ALIKE = 0.1;

  /** Dark or light between groups is longer than within them by this. */
  private static final double CLEARLY = 1.5;

  private final List<Integer> lits = new ArrayList<>();
  private final List<Integer> darks = new ArrayList<>();

  private Appearances() {}

  /** Of runs that alternate and end as they begin; repetitions within the period are taken out. */
  static Appearances of(List<Run> runs) {
    Appearances all = new Appearances();
    int first = runs.get(0).lit() ? 0 : 1;
    for (int i = first; i < runs.size() + first; i += 2) {
      all.lits.add(runs.get(i % runs.size()).millis());
      all.darks.add(runs.get((i + 1) % runs.size()).millis());
    }
    Appearances once = all.once();
    int longest = once.darks.indexOf(Collections.max(once.darks));
    Collections.rotate(once.lits, -longest - 1);
    Collections.rotate(once.darks, -longest - 1);
    return once;
  }

  private Appearances once() {
    for (int step = 1; step <= lits.size(); step++) {
      if (lits.size() % step == 0 && repeatsAfter(step)) {
        Appearances once = new Appearances();
        once.lits.addAll(lits.subList(0, step));
        once.darks.addAll(darks.subList(0, step));
        return once;
      }
    }
    return this;
  }

  private boolean repeatsAfter(int step) {
    for (int i = 0; i < lits.size(); i++) {
      if (!alike(lits.get(i), lits.get(i % step)) || !alike(darks.get(i), darks.get(i % step))) {
        return false;
      }
    }
    return true;
  }

  static boolean alike(int a, int b) {
    return Math.abs(a - b) <= Math.max(ALIKE_MS, ALIKE * Math.max(a, b));
  }

  int count() {
    return lits.size();
  }

  int litMs(int i) {
    return lits.get(i);
  }

  int darkMs(int i) {
    return darks.get(i);
  }

  int litMs() {
    return lits.stream().mapToInt(ms -> ms).sum();
  }

  int periodMs() {
    return litMs() + darks.stream().mapToInt(ms -> ms).sum();
  }

  int shortestDarkMs() {
    return Collections.min(darks);
  }

  /** From one flash to the next within a group. */
  int beatMs() {
    int at = darks.indexOf(shortestDarkMs());
    return lits.get(at) + darks.get(at);
  }

  /** Whether the first appearances are alike. */
  boolean litsAlike(int first) {
    return lits.subList(0, first).stream().allMatch(ms -> alike(ms, lits.get(0)));
  }

  boolean darksAlike() {
    return darks.stream().allMatch(ms -> alike(ms, darks.get(0)));
  }

  List<Integer> groupsOfFlashes() {
    return groups(darks);
  }

  /** Eclipses are counted by the light that follows them. */
  List<Integer> groupsOfEclipses() {
    int longest = lits.indexOf(Collections.max(lits));
    List<Integer> ends = new ArrayList<>(lits);
    Collections.rotate(ends, -longest - 1);
    return fewestLast(groups(ends));
  }

  private static List<Integer> groups(List<Integer> between) {
    double limit = CLEARLY * Collections.min(between);
    List<Integer> groups = new ArrayList<>();
    int count = 0;
    for (int length : between) {
      count++;
      if (length > limit) {
        groups.add(count);
        count = 0;
      }
    }
    if (count > 0) {
      groups.add(count);
    }
    return groups;
  }

  /** Where gaps are alike nobody can tell which group begins: the larger one does. */
  private static List<Integer> fewestLast(List<Integer> groups) {
    int most = groups.indexOf(Collections.max(groups));
    Collections.rotate(groups, -most);
    return groups;
  }
}
