// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.parking;

import io.wayside.core.data.FieldsBuilder;
import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.core.data.Value;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How far one lane has counted at one place, since ever.
 *
 * @param openings of the lane's barrier
 * @param passages of vehicles
 * @param leaks by kind; what is not named did not happen
 */
public record LaneCount(
    Place place, Tally tally, long openings, long passages, Map<Leak, Long> leaks) {

  public LaneCount {
    leaks = Collections.unmodifiableMap(copy(leaks));
  }

  private static EnumMap<Leak, Long> copy(Map<Leak, Long> leaks) {
    EnumMap<Leak, Long> all = new EnumMap<>(Leak.class);
    all.putAll(leaks);
    return all;
  }

  /** What a lane's counters say now. */
  public static LaneCount of(Place place, Tally tally, OpeningWatch watch) {
    return new LaneCount(place, tally, watch.openings(), watch.passages(), watch.leaks());
  }

  Value.Fields toValue() {
    FieldsBuilder counted = new FieldsBuilder();
    for (Leak leak : Leak.values()) {
      counted.and(ParkingRecords.word(leak), leaks.getOrDefault(leak, 0L));
    }
    return Value.Fields.with("area", place.area())
        .and("class", place.vehicleClass())
        .and("sequence", tally.sequence())
        .and("in", tally.in())
        .and("out", tally.out())
        .and("corrected", tally.corrected())
        .and("openings", openings)
        .and("passages", passages)
        .and("leaks", counted.build())
        .build();
  }

  /** Reads what {@link #toValue} or {@link ParkingRecords#count} wrote. */
  public static LaneCount read(Node node) throws GarbledData {
    EnumMap<Leak, Long> leaks = new EnumMap<>(Leak.class);
    for (Leak leak : Leak.values()) {
      leaks.put(leak, RecordReader.whole(node.member("leaks").member(ParkingRecords.word(leak))));
    }
    return new LaneCount(
        new Place(node.member("area").text(), node.member("class").text()),
        new Tally(
            RecordReader.whole(node.member("sequence")),
            RecordReader.whole(node.member("in")),
            RecordReader.whole(node.member("out")),
            RecordReader.whole(node.member("corrected"))),
        RecordReader.whole(node.member("openings")),
        RecordReader.whole(node.member("passages")),
        leaks);
  }
}
