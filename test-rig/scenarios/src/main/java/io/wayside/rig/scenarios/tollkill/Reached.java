// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.tollkill;

import io.wayside.tolling.lane.LaneState;
import java.io.PrintStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** How often a lane was killed in which state, and what came of the vehicles. */
final class Reached {

  /** For one state. */
  private static final class Line {
    int kills;
    int faults;
    final Map<String, Integer> words = new TreeMap<>();
  }

  private final Map<LaneState, Line> lines = new EnumMap<>(LaneState.class);
  private final Map<String, Integer> drives = new TreeMap<>();
  private int unrecorded;

  /** Counts a kill and what the journal had in the end. */
  void add(String drive, LaneState state, List<Seen> records, boolean fault) {
    Line line = lines.computeIfAbsent(state, unused -> new Line());
    line.kills++;
    line.faults += fault ? 1 : 0;
    drives.merge(drive, 1, Integer::sum);
    records.stream()
        .filter(record -> !record.isGrant())
        .forEach(record -> line.words.merge(record.word(), 1, Integer::sum));
  }

  /** So many vehicles that nobody had let pass left no record. */
  void unrecorded(int vehicles) {
    unrecorded += vehicles;
  }

  int kills() {
    return lines.values().stream().mapToInt(line -> line.kills).sum();
  }

  int faults() {
    return lines.values().stream().mapToInt(line -> line.faults).sum();
  }

  /** States of the machine in which it was never killed. */
  Set<LaneState> never() {
    Set<LaneState> never = new TreeSet<>(List.of(LaneState.values()));
    never.removeAll(lines.keySet());
    return never;
  }

  void print(PrintStream out) {
    out.println("kills by drive: " + drives);
    out.printf("%-14s %6s %6s  what was on record in the end%n", "state", "kills", "faults");
    Map<String, Integer> all = new TreeMap<>();
    lines.forEach(
        (state, line) -> {
          out.printf("%-14s %6d %6d  %s%n", state, line.kills, line.faults, line.words);
          line.words.forEach((word, count) -> all.merge(word, count, Integer::sum));
        });
    out.printf("%-14s %6d %6d  %s%n", "all", kills(), faults(), all);
    out.println(
        "for a person: "
            + all.getOrDefault(Drive.REVIEW, 0)
            + " for review, "
            + all.getOrDefault(Seen.UNPROVEN, 0)
            + " unproven, "
            + all.getOrDefault(Drive.VIOLATION, 0)
            + " violations; charged "
            + all.getOrDefault(Drive.CHARGED, 0));
    out.println(
        "killed before the record of a vehicle was durable that nobody had let pass: "
            + unrecorded);
  }
}
