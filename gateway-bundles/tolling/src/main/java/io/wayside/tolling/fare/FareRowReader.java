// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.fare;

import io.wayside.core.data.Evidence;
import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the rows of a fare document and holds them against each other. */
final class FareRowReader {

  private final Node document;
  private final int groups;
  private final List<FareRow> rows = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();
  private final Map<String, List<FareRow>> byQuestion = new HashMap<>();
  private final Set<String> rates = new HashSet<>();

  FareRowReader(Node document, int groups) {
    this.document = document;
    this.groups = groups;
  }

  /** One row, from its place. */
  private interface RowForm {
    void read(Node row) throws GarbledData;
  }

  List<FareRow> read() throws GarbledData {
    each("rates", this::rate);
    each("stations", this::station);
    each("ways", this::way);
    each("sections", this::section);
    return rows;
  }

  private void each(String name, RowForm form) throws GarbledData {
    Optional<Node> listed = document.optional(name);
    if (listed.isPresent()) {
      for (Node row : listed.get().elements()) {
        form.read(row);
      }
    }
  }

  private void rate(Node row) throws GarbledData {
    only(row, "rate", "perKm");
    String rate = row.member("rate").text();
    rates.add(rate);
    add(
        row,
        new FareRow.Rate(
            id(row), rate, amounts(row.member("perKm")), validity(row), Evidence.from(row)));
  }

  private void station(Node row) throws GarbledData {
    only(row, "station", "direction", "amounts");
    Optional<Node> direction = row.optional("direction");
    add(
        row,
        new FareRow.AtStation(
            id(row),
            row.member("station").text(),
            direction.isPresent() ? Optional.of(direction.get().text()) : Optional.empty(),
            amounts(row.member("amounts")),
            validity(row),
            Evidence.from(row)));
  }

  private void way(Node row) throws GarbledData {
    only(row, "entry", "exit", "bothWays", "amounts");
    String entry = row.member("entry").text();
    String exit = row.member("exit").text();
    List<Long> amounts = amounts(row.member("amounts"));
    Evidence evidence = Evidence.from(row);
    String id = id(row);
    add(row, new FareRow.Between(id, entry, exit, amounts, validity(row), evidence));
    if (bothWays(row) && !entry.equals(exit)) {
      add(row, new FareRow.Between(id, exit, entry, amounts, validity(row), evidence));
    }
  }

  private void section(Node row) throws GarbledData {
    only(row, "entry", "exit", "bothWays", "metres", "rate");
    String entry = row.member("entry").text();
    String exit = row.member("exit").text();
    int metres = row.member("metres").whole(0, 10_000_000);
    Node rate = row.member("rate");
    if (!rates.contains(rate.text())) {
      throw rate.wrong("is \"" + rate.text() + "\", which is not among the rates");
    }
    Evidence evidence = Evidence.from(row);
    String id = id(row);
    add(row, new FareRow.Section(id, entry, exit, metres, rate.text(), validity(row), evidence));
    if (bothWays(row) && !entry.equals(exit)) {
      add(row, new FareRow.Section(id, exit, entry, metres, rate.text(), validity(row), evidence));
    }
  }

  private static boolean bothWays(Node row) throws GarbledData {
    Optional<Node> both = row.optional("bothWays");
    return both.isPresent() && both.get().truth();
  }

  private void add(Node place, FareRow row) throws GarbledData {
    List<FareRow> same = byQuestion.computeIfAbsent(row.question(), any -> new ArrayList<>());
    for (FareRow other : same) {
      if (other.validity().overlaps(row.validity())) {
        throw place.wrong(
            "answers the same as \""
                + other.id()
                + "\" ("
                + row.question()
                + ") on the same day; end one before the other begins");
      }
    }
    same.add(row);
    rows.add(row);
  }

  private String id(Node row) throws GarbledData {
    Node id = row.member("id");
    if (!ids.add(id.text())) {
      throw id.wrong("is \"" + id.text() + "\", the id of an earlier row");
    }
    return id.text();
  }

  private static void only(Node row, String... own) throws GarbledData {
    Stream<String> common = Stream.of("id", "validFrom", "validTo", "source", "certainty");
    row.only(Stream.concat(common, Stream.of(own)).toArray(String[]::new));
  }

  private List<Long> amounts(Node node) throws GarbledData {
    List<Long> amounts = new ArrayList<>();
    for (Node amount : node.elements()) {
      amounts.add((long) amount.whole(0, 1_000_000_000));
    }
    if (amounts.size() != groups) {
      throw node.wrong("must have a sum for each of the " + groups + " groups");
    }
    return List.copyOf(amounts);
  }

  private static Validity validity(Node row) throws GarbledData {
    Optional<Node> to = row.optional("validTo");
    return new Validity(
        date(row.member("validFrom")),
        to.isPresent() ? Optional.of(date(to.get())) : Optional.empty());
  }

  private static LocalDate date(Node node) throws GarbledData {
    try {
      return LocalDate.parse(node.text());
    } catch (DateTimeParseException notDate) {
      throw node.wrong("must be a day such as 2026-01-01, not \"" + node.text() + "\"");
    }
  }
}
