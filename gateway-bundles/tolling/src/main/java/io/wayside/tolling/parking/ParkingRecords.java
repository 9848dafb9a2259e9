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

  public static final RecordKind PASS = new RecordKind("parking-passage", 1);
  public static final RecordKind OPEN = new RecordKind("parking-open", 1);

  private final String stream;
  private final String lane;

  /**
   * A lane that has a stream of its own.
   *
   * @param lane id of the lane that writes
   */
  public ParkingRecords(String lane) {
    this(lane, lane);
  }

  /**
   * A lane of a car park, all of whose lanes write one stream.
   *
   * @param park id of the car park
   * @param lane id of the lane that writes
   */
  public ParkingRecords(String park, String lane) {
    this.stream = stream(park);
    this.lane = lane;
  }

  /** Where a car park's records stand. */
  public static String stream(String park) {
    return "parking." + park;
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
    return new Draft(stream, kind, Importance.MONEY, at, by, body.build());
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
    return new Draft(stream, COUNT, Importance.EVENT, at, by, body);
  }

  /** A person's correction of a count. */
  public record Correction(String actor, long by, String reason) {

    Value.Fields toValue() {
      return Value.Fields.with("actor", actor).and("by", by).and("reason", reason).build();
    }
  }

  /** What the lane did with a vehicle; {@code violation} is the lane's own word for it. */
  public Draft pass(LanePass pass, Stamp at, Provenance by) {
    FieldsBuilder body =
        Value.Fields.with("lane", lane)
            .and("vehicle", pass.vehicle())
            .and("event", word(pass.event()))
            .and("exit", pass.exit())
            .and(
                "session",
                pass.session().<Value>map(id -> new Value.Text(id.toString())).orElse(Value.ABSENT))
            .and("chargeMinor", pass.chargeMinor())
            .and("by", pass.by())
            .and("count", pass.count().toValue());
    return new Draft(stream, PASS, Importance.MONEY, at, by, body.build());
  }

  /** A piece of what is open, so that nobody has to read further back than here. */
  public static Draft open(String park, StockPiece piece, Stamp at, Provenance by) {
    return new Draft(stream(park), OPEN, Importance.MONEY, at, by, piece.toValue());
  }

  static void entry(FieldsBuilder body, Entry entry) {
    body.and("at", entry.at().toString())
        .and("doubtMs", entry.doubt().toMillis())
        .and("class", entry.vehicleClass())
        .and("area", entry.area());
  }

  static Value.Fields key(Key key) {
    return new Value.Fields(
        Map.of("kind", new Value.Text(word(key.kind())), "value", new Value.Text(key.value())));
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
