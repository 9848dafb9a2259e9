// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.announce;

import io.wayside.core.data.Value;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.time.Stamp;
import io.wayside.core.water.AidQuantity;
import io.wayside.core.water.Fix;
import io.wayside.core.water.LightStatus;
import io.wayside.core.water.RaconStatus;
import io.wayside.waterway.record.AidRecords;
import io.wayside.waterway.record.AidReportFields;
import io.wayside.waterway.record.AidStateBody;
import io.wayside.waterway.watch.LightState;
import io.wayside.waterway.watch.PlaceState;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the records of an aid say of it, as they come one after the other: its station's verdicts,
 * and of what it said and showed the last of each.
 *
 * @param newest when its station wrote last; who does not write may not be running
 */
record Known(
    Optional<Dated<Verdict>> verdict,
    Optional<Dated<Fix>> fix,
    Optional<Dated<LightStatus>> light,
    Optional<Dated<RaconStatus>> racon,
    Optional<Dated<Integer>> inputs,
    Map<AidQuantity, Dated<Double>> quantities,
    Optional<Dated<Boolean>> newest) {

  /** What the station answers about light and place. */
  record Verdict(LightState light, PlaceState place) {}

  static final Known NOTHING =
      new Known(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Map.of(),
          Optional.empty());

  /** After one more record. */
  Known after(JournalRecord record) {
    Stamp at = record.occurred();
    Known known =
        new Known(
            verdict, fix, light, racon, inputs, quantities, Optional.of(new Dated<>(true, at)));
    if (record.kind().equals(AidRecords.STATE)) {
      return known.with(verdict(record.body()), at);
    }
    return record.kind().equals(AidRecords.REPORT)
        ? known.with(new AidReportFields(record.body()), at)
        : known;
  }

  /** What another release wrote and is not known here is unknown. */
  private static Verdict verdict(Value.Fields body) {
    return new Verdict(
        AidStateBody.read(body, "light")
            .flatMap(light -> AidStateBody.state(LightState.class, light.state()))
            .orElse(LightState.UNKNOWN),
        AidStateBody.read(body, "place")
            .flatMap(place -> AidStateBody.state(PlaceState.class, place.state()))
            .orElse(PlaceState.UNKNOWN));
  }

  private Known with(Verdict answered, Stamp at) {
    return new Known(
        Optional.of(new Dated<>(answered, at)), fix, light, racon, inputs, quantities, newest);
  }

  private Known with(AidReportFields report, Stamp at) {
    Map<AidQuantity, Dated<Double>> all = new EnumMap<>(AidQuantity.class);
    all.putAll(quantities);
    report.quantities().forEach((quantity, value) -> all.put(quantity, new Dated<>(value, at)));
    return new Known(
        verdict,
        report.fix().map(told -> new Dated<>(told, at)).or(() -> fix),
        report.shines().map(told -> new Dated<>(told, at)).or(() -> light),
        report.racon().map(told -> new Dated<>(told, at)).or(() -> racon),
        report.inputs().map(told -> new Dated<>(told, at)).or(() -> inputs),
        Map.copyOf(all),
        newest);
  }
}
