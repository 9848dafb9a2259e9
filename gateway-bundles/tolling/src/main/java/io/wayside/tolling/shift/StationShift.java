// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.shift;

import io.wayside.tolling.passage.Shift;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The sum of a station's lanes, lane by lane in the order of their streams. */
public final class StationShift {

  private StationShift() {}

  /**
   * Adds lanes up.
   *
   * @param lanes reports of the same station and shift
   */
  public static ShiftReport of(String station, Shift shift, List<ShiftReport> lanes) {
    List<ShiftReport> sorted =
        lanes.stream().sorted(Comparator.comparing(lane -> lane.lanes().get(0).stream())).toList();
    List<LaneNumbers> numbers = new ArrayList<>();
    SortedMap<Total.Key, Total> totals = new TreeMap<>();
    SortedMap<String, ShiftReport.Moved> corrections = new TreeMap<>();
    SortedMap<String, Long> sums = new TreeMap<>();
    ShiftReport.Occasions occasions = new ShiftReport.Occasions(0, 0, 0, 0, 0);
    Counted counted = Counted.NOTHING;
    List<String> late = new ArrayList<>();
    SumHash hash = new SumHash();
    long records = 0;
    for (ShiftReport lane : sorted) {
      if (!lane.station().equals(station) || !lane.shift().equals(shift)) {
        throw new IllegalArgumentException(
            "a report of " + lane.station() + " " + lane.shift() + " is not of " + shift);
      }
      numbers.addAll(lane.lanes());
      lane.totals().forEach(total -> totals.merge(total.key(), total, Total::sum));
      lane.corrections()
          .forEach((code, moved) -> corrections.merge(code, moved, ShiftReport.Moved::plus));
      lane.sums().forEach((code, sum) -> sums.merge(code, sum, Math::addExact));
      occasions = occasions.plus(lane.occasions());
      counted = counted.plus(lane.counted());
      late.addAll(lane.late());
      records += lane.records();
      hash.add(lane.sumHash().getBytes(StandardCharsets.US_ASCII));
    }
    return new ShiftReport(
        station,
        shift,
        numbers,
        List.copyOf(totals.values()),
        corrections,
        sums,
        occasions,
        counted,
        late,
        records,
        HexFormat.of().formatHex(hash.value()));
  }
}
