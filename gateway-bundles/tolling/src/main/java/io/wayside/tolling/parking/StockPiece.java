// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.parking;

import io.wayside.core.data.FieldsBuilder;
import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.core.data.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A piece of a stock-taking: all stays that are open or may still matter, the numbers given so far
 * and where each lane stands. With all pieces of one nobody has to read what is older.
 *
 * @param number of the stock-taking, rising
 * @param piece from 1
 * @param pieces of this stock-taking
 * @param numbers by entry lane the highest number of a stay; in the first piece
 * @param vehicles by lane the highest number of a vehicle; in the first piece
 * @param doubtful stays of which nobody saw whether they began; in the first piece
 * @param stays open, and ended ones that may go on, were paid for or hide a double
 * @param counts by lane; in the first piece
 * @param passes that have no end yet; in the first piece
 */
public record StockPiece(
    long number,
    int piece,
    int pieces,
    Map<String, Long> numbers,
    Map<String, Long> vehicles,
    List<SessionId> doubtful,
    List<Session> stays,
    List<Map.Entry<String, LaneCount>> counts,
    List<LanePass> passes) {

  public StockPiece {
    numbers = Map.copyOf(numbers);
    vehicles = Map.copyOf(vehicles);
    doubtful = List.copyOf(doubtful);
    stays = List.copyOf(stays);
    counts = List.copyOf(counts);
    passes = List.copyOf(passes);
  }

  Value.Fields toValue() {
    FieldsBuilder given = new FieldsBuilder();
    numbers.forEach(given::and);
    FieldsBuilder highest = new FieldsBuilder();
    vehicles.forEach(highest::and);
    return Value.Fields.with("number", number)
        .and("piece", piece)
        .and("pieces", pieces)
        .and("numbers", given.build())
        .and("vehicles", highest.build())
        .and("doubtful", doubtful.stream().map(id -> new Value.Text(id.toString())).toList())
        .and("stays", stays.stream().map(StockPiece::stay).toList())
        .and("counts", counts.stream().map(StockPiece::count).toList())
        .and("passes", passes.stream().map(StockPiece::pass).toList())
        .build();
  }

  private static Value.Fields count(Map.Entry<String, LaneCount> count) {
    return Value.Fields.with("lane", count.getKey())
        .and("count", count.getValue().toValue())
        .build();
  }

  private static Value.Fields pass(LanePass pass) {
    return Value.Fields.with("lane", pass.lane())
        .and("exit", pass.exit())
        .and("vehicle", pass.vehicle())
        .and("session", pass.session().map(SessionId::toString).orElse(""))
        .and("chargeMinor", pass.chargeMinor())
        .and("by", pass.by())
        .and("count", pass.count().toValue())
        .build();
  }

  private static Value.Fields stay(Session session) {
    FieldsBuilder body = Value.Fields.with("session", session.id().toString());
    session
        .entry()
        .ifPresent(
            entry -> {
              FieldsBuilder came = new FieldsBuilder();
              ParkingRecords.entry(came, entry);
              body.and("entry", came.build());
            });
    return body.and("keys", session.keys().stream().map(ParkingRecords::key).toList())
        .and("payments", session.payments().stream().map(StockPiece::paid).toList())
        .and("endings", session.endings().stream().map(StockPiece::ending).toList())
        .build();
  }

  private static Value.Fields ending(Ending ending) {
    return Value.Fields.with("ending", ending.id())
        .and("at", ending.at().toString())
        .and("how", ParkingRecords.word(ending.how()))
        .build();
  }

  private static Value.Fields paid(Paid paid) {
    return Value.Fields.with("payment", paid.id())
        .and("at", paid.at().toString())
        .and("minor", paid.minor())
        .and("means", paid.means())
        .build();
  }

  /** Reads what {@link ParkingRecords#open} wrote. */
  public static StockPiece read(Value.Fields body) throws GarbledData {
    Node node = Node.of(ParkingRecords.OPEN.toString(), body);
    try {
      Map<String, Long> numbers = byName(node.member("numbers"));
      // Stocks of before these were thought of are without them.
      Optional<Node> given = node.optional("vehicles");
      Map<String, Long> vehicles = given.isPresent() ? byName(given.get()) : Map.of();
      List<SessionId> doubtful = new ArrayList<>();
      for (Node id : elements(node.optional("doubtful"))) {
        doubtful.add(SessionId.parse(id.text()));
      }
      List<Session> stays = new ArrayList<>();
      for (Node stay : node.member("stays").elements()) {
        stays.add(readStay(stay));
      }
      List<Map.Entry<String, LaneCount>> counts = new ArrayList<>();
      for (Node count : node.member("counts").elements()) {
        counts.add(Map.entry(count.member("lane").text(), LaneCount.read(count.member("count"))));
      }
      List<LanePass> passes = new ArrayList<>();
      for (Node pass : node.member("passes").elements()) {
        passes.add(readPass(pass));
      }
      return new StockPiece(
          RecordReader.whole(node.member("number")),
          node.member("piece").whole(1, Integer.MAX_VALUE),
          node.member("pieces").whole(1, Integer.MAX_VALUE),
          numbers,
          vehicles,
          doubtful,
          stays,
          counts,
          passes);
    } catch (IllegalArgumentException refused) {
      throw new GarbledData(ParkingRecords.OPEN + ": " + refused.getMessage());
    }
  }

  private static Map<String, Long> byName(Node node) throws GarbledData {
    Map<String, Long> all = new LinkedHashMap<>();
    for (Map.Entry<String, Node> each : node.members().entrySet()) {
      all.put(each.getKey(), RecordReader.whole(each.getValue()));
    }
    return all;
  }

  private static List<Node> elements(Optional<Node> node) throws GarbledData {
    return node.isPresent() ? node.get().elements() : List.of();
  }

  private static LanePass readPass(Node pass) throws GarbledData {
    String session = pass.member("session").text();
    return new LanePass(
        pass.member("lane").text(),
        pass.member("exit").truth(),
        RecordReader.whole(pass.member("vehicle")),
        LanePass.Event.GRANTED,
        session.isEmpty() ? Optional.empty() : Optional.of(SessionId.parse(session)),
        RecordReader.whole(pass.member("chargeMinor")),
        pass.member("by").text(),
        LaneCount.read(pass.member("count")));
  }

  private static Session readStay(Node stay) throws GarbledData {
    Optional<Node> came = stay.optional("entry");
    TreeSet<Key> keys = new TreeSet<>();
    for (Node key : stay.member("keys").elements()) {
      keys.add(RecordReader.key(key));
    }
    TreeSet<Paid> payments = new TreeSet<>();
    for (Node paid : stay.member("payments").elements()) {
      payments.add(
          new Paid(
              paid.member("payment").text(),
              RecordReader.instant(paid.member("at")),
              RecordReader.whole(paid.member("minor")),
              paid.member("means").text()));
    }
    Optional<Entry> entry = Optional.empty();
    if (came.isPresent()) {
      Node entered = came.get();
      entry =
          Optional.of(
              new Entry(
                  RecordReader.instant(entered.member("at")),
                  Duration.ofMillis(RecordReader.whole(entered.member("doubtMs"))),
                  entered.member("class").text(),
                  entered.member("area").text()));
    }
    TreeSet<Ending> endings = new TreeSet<>();
    for (Node ending : elements(stay.optional("endings"))) {
      endings.add(
          new Ending(
              RecordReader.instant(ending.member("at")),
              ending.member("how").word(Ending.How.class),
              ending.member("ending").text()));
    }
    return new Session(
        SessionId.parse(stay.member("session").text()), entry, keys, payments, endings);
  }
}
