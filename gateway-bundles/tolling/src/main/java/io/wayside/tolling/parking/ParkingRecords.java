// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.parking;

import io.wayside.core.data.FieldsBuilder;
import io.wayside.core.data.Value;
import io.wayside.core.record.Draft;
import io.wayside.core.record.Importance;
import io.wayside.core.record.Provenance;
import io.wayside.core.record.RecordKind;
import io.wayside.core.time.Stamp;
import io.wayside.tolling.tariff.Amount;
import io.wayside.tolling.tariff.AmountBody;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a parking lane writes. The stays of a site can be made again from these records. */
public final class ParkingRecords {

  public static final RecordKind SESSION = new RecordKind("parking-session", 1);
  public static final RecordKind PAYMENT = new RecordKind("parking-payment", 1);
  public static final RecordKind COUNT = new RecordKind("parking-count", 1);

  private final String lane;

  /**
   * @param lane id of the lane that writes
   */
  public ParkingRecords(String lane) {
    this.lane = lane;
  }

  /**
   * A fact, when and how it was found.
   *
   * @param amount what was worked out with it: at an exit or a payment
   */
  public Draft draft(Fact fact, Optional<Amount> amount, Stamp at, Provenance by) {
    FieldsBuilder body = Value.Fields.with("lane", lane).and("session", fact.session().toString());
    RecordKind kind = SESSION;
    if (fact instanceof Fact.Entered entered) {
      body.and("event", "entered").and("key", key(entered.key()));
      entry(body, entered.entry());
    } else if (fact instanceof Fact.Known known) {
      body.and("event", "known").and("key", key(known.key()));
    } else if (fact instanceof Fact.Ended ended) {
      body.and("event", "ended")
          .and("at", ended.ending().at().toString())
          .and("how", word(ended.ending().how()))
          .and("ending", ended.ending().id());
    } else if (fact instanceof Fact.PaidFor paid) {
      kind = PAYMENT;
      body.and("payment", paid.paid().id())
          .and("at", paid.paid().at().toString())
          .and("minor", paid.paid().minor())
          .and("means", paid.paid().means());
    }
    body.and("amount", amount.<Value>map(AmountBody::of).orElse(Value.ABSENT));
    return new Draft(stream(), kind, Importance.MONEY, at, by, body.build());
  }

  /**
   * A count of this lane, after a correction or from time to time.
   *
   * @param inside what all lanes together say
   * @param correction who corrected by how much, and why
   */
  public Draft count(
      Place place,
      Tally mine,
      long inside,
      Optional<Correction> correction,
      OpeningWatch watch,
      Stamp at,
      Provenance by) {
    FieldsBuilder leaks = new FieldsBuilder();
    for (Leak leak : Leak.values()) {
      leaks.and(word(leak), watch.leaks().getOrDefault(leak, 0L));
    }
    Value.Fields body =
        Value.Fields.with("lane", lane)
            .and("area", place.area())
            .and("class", place.vehicleClass())
            .and("sequence", mine.sequence())
            .and("in", mine.in())
            .and("out", mine.out())
            .and("corrected", mine.corrected())
            .and("inside", inside)
            .and("openings", watch.openings())
            .and("passages", watch.passages())
            .and("leaks", leaks.build())
            .and("correction", correction.<Value>map(Correction::toValue).orElse(Value.ABSENT))
            .build();
    return new Draft(stream(), COUNT, Importance.EVENT, at, by, body);
  }

  /** A person's correction of a count. */
  public record Correction(String actor, long by, String reason) {

    Value.Fields toValue() {
      return Value.Fields.with("actor", actor).and("by", by).and("reason", reason).build();
    }
  }

  private String stream() {
    return "parking." + lane;
  }

  private static void entry(FieldsBuilder body, Entry entry) {
    body.and("at", entry.at().toString())
        .and("doubtMs", entry.doubt().toMillis())
        .and("class", entry.vehicleClass())
        .and("area", entry.area());
  }

  private static Value.Fields key(Key key) {
    return new Value.Fields(
        Map.of("kind", new Value.Text(word(key.kind())), "value", new Value.Text(key.value())));
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
