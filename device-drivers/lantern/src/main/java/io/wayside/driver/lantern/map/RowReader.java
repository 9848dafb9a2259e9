// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.lantern.map;

import io.wayside.core.data.Evidence;
import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.core.water.AidQuantity;
import io.wayside.core.water.AidSign;
import io.wayside.core.water.LanternMode;
import io.wayside.core.water.LightStatus;
import io.wayside.core.water.RaconStatus;
import io.wayside.driver.lantern.map.Row.Topic;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the rows of a map. */
final class RowReader {

  private static final String[] CELL = {
    "tells", "table", "address", "form", "mask", "everyS", "source", "certainty"
  };
  private static final double NANOS_OF_A_SECOND = 1e9;
  private static final double LONGEST_S = 3_600;

  private RowReader() {}

  /** Seconds. */
  static long every(Node node) throws GarbledData {
    return Math.round(node.number(0.1, LONGEST_S) * NANOS_OF_A_SECOND);
  }

  static Row row(Node row, Cell.Order order, long usualNanos) throws GarbledData {
    String tells = row.member("tells").text();
    Optional<AidQuantity> quantity = Words.find(AidQuantity.class, tells);
    if (quantity.isPresent()) {
      return quantity(row, quantity.get(), order, usualNanos);
    }
    Optional<AidSign> sign = Words.find(AidSign.class, tells);
    if (sign.isPresent()) {
      row.only(with("when"));
      Cell cell = Cell.from(row, order);
      return new Row.Sign(
          cell, sign.get(), wholes(row.optional("when")), every(row, usualNanos), of(row));
    }
    Optional<Topic> topic = Words.find(Topic.class, tells);
    if (topic.isPresent()) {
      return word(row, topic.get(), order, usualNanos);
    }
    List<String> known = new ArrayList<>(Words.all(AidQuantity.class));
    known.addAll(Words.all(AidSign.class));
    known.addAll(Words.all(Topic.class));
    throw row.member("tells").wrong("must be one of " + String.join(", ", known));
  }

  private static Row quantity(Node row, AidQuantity what, Cell.Order order, long usualNanos)
      throws GarbledData {
    row.only(with("scale", "offset", "notUsed"));
    return new Row.Quantity(
        Cell.from(row, order),
        what,
        decimal(row.optional("scale"), BigDecimal.ONE),
        decimal(row.optional("offset"), BigDecimal.ZERO),
        decimals(row.optional("notUsed")),
        every(row, usualNanos),
        of(row));
  }

  private static Row word(Node row, Topic topic, Cell.Order order, long usualNanos)
      throws GarbledData {
    boolean coded = topic != Topic.INPUTS;
    row.only(coded ? with("codes") : CELL);
    Map<Long, String> codes = new LinkedHashMap<>();
    if (coded && (topic != Topic.RHYTHM || row.optional("codes").isPresent())) {
      for (var code : row.member("codes").members().entrySet()) {
        codes.put(number(code.getKey(), code.getValue()), word(topic, code.getValue()));
      }
    }
    return new Row.Word(Cell.from(row, order), topic, codes, every(row, usualNanos), of(row));
  }

  private static long number(String key, Node place) throws GarbledData {
    if (!key.matches("-?\\d{1,10}")) {
      throw place.wrong("is named by no number; codes are named by the number in the cell");
    }
    return Long.parseLong(key);
  }

  private static String word(Topic topic, Node node) throws GarbledData {
    String text = node.text();
    List<String> known =
        switch (topic) {
          case LIGHT -> Words.all(LightStatus.class);
          case RACON -> Words.all(RaconStatus.class);
          case MODE -> Words.all(LanternMode.class);
          case ALARM -> List.of("yes", "no");
          case RHYTHM, INPUTS -> List.of(text);
        };
    if (!known.contains(text)) {
      throw node.wrong("must be one of " + String.join(", ", known) + ", not \"" + text + "\"");
    }
    return text;
  }

  private static long every(Node row, long usualNanos) throws GarbledData {
    Optional<Node> every = row.optional("everyS");
    return every.isEmpty() ? usualNanos : every(every.get());
  }

  static Evidence of(Node row) throws GarbledData {
    return Evidence.from(row);
  }

  private static String[] with(String... more) {
    List<String> names = new ArrayList<>(List.of(CELL));
    names.addAll(List.of(more));
    return names.toArray(String[]::new);
  }

  static Set<Long> wholes(Optional<Node> list) throws GarbledData {
    Set<Long> wholes = new HashSet<>();
    if (list.isPresent()) {
      for (Node each : list.get().elements()) {
        wholes.add((long) each.whole(Integer.MIN_VALUE, Integer.MAX_VALUE));
      }
    }
    return wholes;
  }

  private static Set<BigDecimal> decimals(Optional<Node> list) throws GarbledData {
    Set<BigDecimal> decimals = new HashSet<>();
    if (list.isPresent()) {
      for (double each : list.get().numbers()) {
        decimals.add(BigDecimal.valueOf(each).stripTrailingZeros());
      }
    }
    return decimals;
  }

  private static BigDecimal decimal(Optional<Node> node, BigDecimal otherwise) throws GarbledData {
    return node.isEmpty() ? otherwise : BigDecimal.valueOf(node.get().number());
  }
}
