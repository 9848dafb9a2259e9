// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.passage;

import io.wayside.core.data.FieldsBuilder;
import io.wayside.core.data.Value;
import io.wayside.core.device.TagSighting;
import io.wayside.core.plate.Plate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;

/**
 * What all records of a vehicle have: where, when, by which decision, on what evidence. Moments are
 * in seconds from {@code occurred}; what was before it is negative.
 */
final class VehicleBody {

  private VehicleBody() {}

  /**
   * The members.
   *
   * @param shift to which it belongs
   * @param late whether it was written after that shift
   * @param wall of {@code facts.atNanos()}, from which the lists' age is told
   */
  static FieldsBuilder of(
      LaneOrigin origin, PassageFacts facts, Shift shift, boolean late, Instant wall) {
    return place(origin, shift, late)
        .and("vehicle", facts.vehicle())
        .and("grant", Forms.whole(facts.grant()))
        .and("openedS", Forms.seconds(facts.atNanos(), facts.openedNanos()))
        .and(
            "decision",
            facts.decided().<Value>map(d -> decision(facts, d, wall)).orElse(Value.ABSENT))
        .and("tags", facts.tags().stream().map(tag -> tag(facts, tag)).toList())
        .and("timeline", facts.timeline().stream().map(moment -> moment(facts, moment)).toList())
        .and("measured", measured(facts.measured()))
        .and("plate", facts.plate().<Value>map(VehicleBody::plate).orElse(Value.ABSENT))
        .and("pictures", facts.pictures().size())
        .and("flags", facts.flags().toValue());
  }

  /** Where and to which shift. */
  static FieldsBuilder place(LaneOrigin origin, Shift shift, boolean late) {
    FieldsBuilder place =
        Value.Fields.with("station", origin.station())
            .and("lane", origin.lane())
            .and("direction", origin.direction());
    if (origin.role() != LaneRole.OPEN) {
      place.and("role", origin.role().word());
    }
    return place
        .and("day", shift.day().toString())
        .and("shift", shift.number())
        .and("postedLate", late);
  }

  private static Value decision(PassageFacts facts, Decided decided, Instant wall) {
    long ago = decided.atNanos().map(at -> facts.atNanos() - at).orElse(0L);
    Instant then = wall.minusNanos(ago);
    return Value.Fields.with(
            "atS", Forms.real(decided.atNanos().map(at -> Forms.seconds(facts.atNanos(), at))))
        .and("answer", decided.answer())
        .and("rule", decided.rule())
        .and("mode", decided.mode())
        .and("reason", decided.reason())
        .and("actor", Forms.text(decided.actor()))
        .and("tag", Forms.text(decided.tag().map(tag -> tag.epc())))
        .and("group", Forms.whole(decided.group()))
        .and(
            "lists",
            decided.lists().stream()
                .map(
                    list ->
                        Value.Fields.with("issuer", list.issuer())
                            .and("list", list.list())
                            .and("version", list.version())
                            .and("asOf", list.asOf().toString())
                            .and("ageS", Duration.between(list.asOf(), then).toMillis() / 1e3)
                            .build())
                .toList())
        .build();
  }

  private static Value tag(PassageFacts facts, TagTrace trace) {
    List<Value> antennas =
        new TreeMap<>(trace.antennas())
            .entrySet().stream()
                .<Value>map(
                    port ->
                        Value.Fields.with("port", port.getKey())
                            .and("replies", port.getValue())
                            .build())
                .toList();
    return Value.Fields.with("epc", trace.tag().epc())
        .and("bits", trace.tag().bits())
        .and("issuer", Forms.text(trace.issuer()))
        .and("tid", Forms.text(trace.tid()))
        .and("user", trace.user().<Value>map(fields -> fields).orElse(Value.ABSENT))
        .and("chosen", trace.chosen())
        .and("score", trace.score())
        .and("firstS", Forms.seconds(facts.atNanos(), trace.firstNanos()))
        .and("lastS", Forms.seconds(facts.atNanos(), trace.lastNanos()))
        .and("replies", trace.replies())
        .and("peakDbm", trace.peakDbm())
        .and("antennas", antennas)
        .and("sightings", trace.sightings().stream().map(s -> sighting(facts, s)).toList())
        .build();
  }

  private static Value sighting(PassageFacts facts, TagSighting sighting) {
    return Value.Fields.with("atS", Forms.seconds(facts.atNanos(), sighting.monotonicNanos()))
        .and("antenna", sighting.antenna())
        .and("dbm", sighting.strengthDbm())
        .and("count", sighting.count())
        .build();
  }

  private static Value moment(PassageFacts facts, LaneMoment moment) {
    return Value.Fields.with("atS", Forms.seconds(facts.atNanos(), moment.atNanos()))
        .and("what", moment.what())
        .build();
  }

  private static Value measured(Measured measured) {
    return Value.Fields.with("group", Forms.whole(measured.group()))
        .and("axles", Forms.whole(measured.axles()))
        .and("heightM", Forms.real(measured.heightM()))
        .and("lengthM", Forms.real(measured.lengthM()))
        .and("scheme", Forms.text(measured.seen().map(Measured.ClassSeen::scheme)))
        .and("class", Forms.text(measured.seen().map(Measured.ClassSeen::vehicleClass)))
        .build();
  }

  private static Value plate(Plate plate) {
    return Value.Fields.with("hash", plate.hash()).and("text", Forms.text(plate.text())).build();
  }
}
