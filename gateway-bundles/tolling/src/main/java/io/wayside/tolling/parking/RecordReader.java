// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.parking;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.core.data.Value;
import io.wayside.core.record.RecordKind;
import io.wayside.tolling.parking.Occupancy.Counter;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Reads back what {@link ParkingRecords} wrote, to make the store again after a restart. */
public final class RecordReader {

  private RecordReader() {}

  /** The fact of a {@code parking-session/1} or {@code parking-payment/1}. */
  public static Fact fact(RecordKind kind, Value.Fields body) throws GarbledData {
    Node node = Node.of(kind.toString(), body);
    try {
      SessionId session = SessionId.parse(node.member("session").text());
      if (kind.equals(ParkingRecords.PAYMENT)) {
        return new Fact.PaidFor(
            session,
            new Paid(
                node.member("payment").text(),
                instant(node.member("at")),
                whole(node.member("minor")),
                node.member("means").text()));
      }
      Node event = node.member("event");
      return switch (event.text()) {
        case "entered" -> new Fact.Entered(session, entry(node), key(node.member("key")));
        case "known" -> new Fact.Known(session, key(node.member("key")));
        case "ended" ->
            new Fact.Ended(
                session,
                new Ending(
                    instant(node.member("at")),
                    node.member("how").word(Ending.How.class),
                    node.member("ending").text()));
        default -> throw event.wrong("must be entered, known or ended");
      };
    } catch (IllegalArgumentException refused) {
      throw new GarbledData(kind + ": " + refused.getMessage());
    }
  }

  /** The lane's own count of a {@code parking-count/1}. */
  public static Map.Entry<Counter, Tally> count(Value.Fields body) throws GarbledData {
    Node node = Node.of(ParkingRecords.COUNT.toString(), body);
    Place place = new Place(node.member("area").text(), node.member("class").text());
    return Map.entry(
        new Counter(node.member("lane").text(), place),
        new Tally(
            whole(node.member("sequence")),
            whole(node.member("in")),
            whole(node.member("out")),
            whole(node.member("corrected"))));
  }

  static Entry entry(Node node) throws GarbledData {
    Node doubt = node.member("doubtMs");
    if (whole(doubt) < 0) {
      throw doubt.wrong("must not be below zero");
    }
    return new Entry(
        instant(node.member("at")),
        Duration.ofMillis(whole(doubt)),
        node.member("class").text(),
        node.member("area").text());
  }

  static Key key(Node node) throws GarbledData {
    return new Key(node.member("kind").word(Key.Kind.class), node.member("value").text());
  }

  static Instant instant(Node node) throws GarbledData {
    try {
      return Instant.parse(node.text());
    } catch (DateTimeException notInstant) {
      throw node.wrong("must be a moment in UTC");
    }
  }

  static long whole(Node node) throws GarbledData {
    if (node.value() instanceof Value.Whole whole) {
      return whole.value();
    }
    throw node.wrong("must be a whole number");
  }
}
