// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.systemtests.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Whether a run recorded a wrong weight or missed something in silence.
 *
 * @param passed vehicles that truly crossed
 * @param whole vehicles with a record of all their axles
 * @param clean records without doubt
 * @param doubtful records with a flag
 * @param wrongMasses recorded masses that no axle on the platform then had
 * @param wrongRecords records without doubt that fit no vehicle on the platform then
 * @param silentMisses vehicles without a true record, a flagged record or a gap
 */
public record Judgement(
    int passed,
    int whole,
    int clean,
    int doubtful,
    List<String> wrongMasses,
    List<String> wrongRecords,
    List<String> silentMisses) {

  /**
   * Judges records and gaps by the truth.
   *
   * @param dueNanos who had left by then must be on record
   */
  public static Judgement of(
      List<Passed> truth, List<Seen> seen, List<Stretch> gaps, long dueNanos, double intervalKg) {
    List<String> masses = new ArrayList<>();
    List<String> records = new ArrayList<>();
    for (Seen each : seen) {
      List<Passed> there = truth.stream().filter(p -> p.during().meets(each.during())).toList();
      for (OptionalDouble kg : each.axleKg()) {
        if (kg.isPresent() && there.stream().noneMatch(p -> hasAxle(p, kg, intervalKg))) {
          masses.add(kg.getAsDouble() + " kg of " + each + " while there was " + there);
        }
      }
      if (each.clean() && there.stream().noneMatch(p -> each.fits(p.vehicle(), intervalKg))) {
        records.add(each + " while there was " + there);
      }
    }
    List<String> misses = new ArrayList<>();
    List<Passed> due = truth.stream().filter(p -> p.during().toNanos() <= dueNanos).toList();
    for (Passed each : due) {
      if (!recorded(each, seen, intervalKg) && gaps.stream().noneMatch(each.during()::meets)) {
        misses.add(each.toString());
      }
    }
    int whole = (int) due.stream().filter(p -> recordedWhole(p, seen, intervalKg)).count();
    int clean = (int) seen.stream().filter(Seen::clean).count();
    return new Judgement(due.size(), whole, clean, seen.size() - clean, masses, records, misses);
  }

  private static boolean hasAxle(Passed passed, OptionalDouble kg, double intervalKg) {
    return passed.vehicle().axleKg().stream().anyMatch(axle -> Seen.near(kg, axle, intervalKg));
  }

  private static boolean recorded(Passed passed, List<Seen> seen, double intervalKg) {
    return seen.stream()
        .filter(each -> each.during().meets(passed.during()))
        .anyMatch(each -> !each.clean() || each.fits(passed.vehicle(), intervalKg));
  }

  private static boolean recordedWhole(Passed passed, List<Seen> seen, double intervalKg) {
    return seen.stream()
        .anyMatch(
            each ->
                each.during().meets(passed.during()) && each.fits(passed.vehicle(), intervalKg));
  }

  /** Nothing wrong, and nothing missed in silence. */
  public boolean holds() {
    return wrongMasses.isEmpty() && wrongRecords.isEmpty() && silentMisses.isEmpty();
  }

  /** All that is wrong, one line each. */
  public List<String> faults() {
    List<String> faults = new ArrayList<>();
    wrongMasses.forEach(each -> faults.add("wrong mass: " + each));
    wrongRecords.forEach(each -> faults.add("wrong record: " + each));
    silentMisses.forEach(each -> faults.add("missed in silence: " + each));
    return faults;
  }

  @Override
  public String toString() {
    return "vehicles %d, recorded whole %d, records without doubt %d, with doubt %d, wrong %d, missed in silence %d"
        .formatted(
            passed,
            whole,
            clean,
            doubtful,
            wrongMasses.size() + wrongRecords.size(),
            silentMisses.size());
  }
}
