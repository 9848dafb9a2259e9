// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.shift;

import io.wayside.tolling.passage.Shift;
import java.util.List;
import java.util.SortedMap;

/**
 * What a lane's, or a station's, shift comes to. Worked out from the records alone, so that whoever
 * has them gets the same.
 *
 * @param lanes one for a lane, all of them for a station
 * @param corrections count and sum by currency
 * @param sums charges and corrections by currency
 * @param late records that were written after the shift, as {@code stream/number}
 * @param records how many money records are in it
 * @param sumHash over the hashes of the money records; of a station over those of its lanes
 */
public record ShiftReport(
    String station,
    Shift shift,
    List<LaneNumbers> lanes,
    List<Total> totals,
    SortedMap<String, Moved> corrections,
    SortedMap<String, Long> sums,
    Occasions occasions,
    Counted counted,
    List<String> late,
    long records,
    String sumHash) {

  public ShiftReport {
    lanes = List.copyOf(lanes);
    totals = List.copyOf(totals);
    late = List.copyOf(late);
  }

  /** Corrections of one currency. */
  public record Moved(long count, long minor) {
    Moved plus(Moved more) {
      return new Moved(count + more.count, Math.addExact(minor, more.minor));
    }
  }

  /**
   * Counts of what happened, from the records.
   *
   * @param passages all that were proven, those of {@code forcedOpen} among them
   * @param picturesKept with the records
   */
  public record Occasions(
      long passages, long forcedOpen, long violations, long unproven, long picturesKept) {

    Occasions plus(Occasions more) {
      return new Occasions(
          passages + more.passages,
          forcedOpen + more.forcedOpen,
          violations + more.violations,
          unproven + more.unproven,
          picturesKept + more.picturesKept);
    }
  }

  /** Vehicles the loop counted and no record explains; negative: more records than vehicles. */
  public long unexplained() {
    return counted.safetyPulses() - occasions.passages() - occasions.violations();
  }
}
