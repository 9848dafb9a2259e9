// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.shift;

import io.wayside.core.data.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * By how much two counts of one thing differ in a lane's shift. One is of the devices or of the
 * lane while it ran, the other of what is on record.
 *
 * @param lane stream of the lane
 * @param size the first less the second
 */
public record Difference(String lane, What what, long size) {

  /** What was counted twice. */
  public enum What {
    /** Pulses of L3 without trailers; passages and violations on record. In vehicles. */
    LOOPS,
    /** Times that the barrier was raised; passages on record under a closed barrier. In cycles. */
    BARRIER,
    /** Passages and violations that the lane made; those on record. In records. */
    COMMITS,
    /** Lane numbers that were given; records there are. In numbers. */
    NUMBERS,
    /** Pictures that cameras took; those of the records. In pictures. */
    PICTURES,
    /** What the lane charged; charges on record, corrections aside. In the smallest unit. */
    SUMS;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** All differences of a lane's report; none of size zero. */
  static List<Difference> of(ShiftReport report) {
    ShiftReport.Occasions on = report.occasions();
    Counted counted = report.counted();
    List<Difference> all = new ArrayList<>();
    String lane = report.lanes().get(0).stream();
    add(all, lane, What.LOOPS, report.unexplained());
    add(all, lane, What.BARRIER, counted.barrierRaises() - (on.passages() - on.forcedOpen()));
    add(all, lane, What.COMMITS, counted.passed() - on.passages() - on.violations());
    add(
        all,
        lane,
        What.NUMBERS,
        report.lanes().get(0).gaps().stream().mapToLong(gap -> gap.last() - gap.first() + 1).sum());
    add(all, lane, What.PICTURES, counted.pictures() - on.picturesKept());
    add(
        all,
        lane,
        What.SUMS,
        counted.chargedMinor() - report.totals().stream().mapToLong(Total::minor).sum());
    return all;
  }

  private static void add(List<Difference> to, String lane, What what, long size) {
    if (size != 0) {
      to.add(new Difference(lane, what, size));
    }
  }

  Value toValue() {
    return Value.Fields.with("lane", lane).and("what", what.word()).and("size", size).build();
  }
}
