// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.lantern.map;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.core.data.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A device of registers as a document describes it: what its cells tell, and how it is told what to
 * do.
 *
 * @param example whether the document shows how a map is written, and is of no device there is
 * @param orders empty for a device that can only be read
 */
public record LanternMap(
    Wording title, boolean example, List<Row> rows, Optional<OrderBook> orders) {

  public LanternMap {
    rows = List.copyOf(rows);
  }

  public static LanternMap from(Node document) throws GarbledData {
    document.only(
        "$schema",
        "title",
        "example",
        "notes",
        "wordOrder",
        "byteOrder",
        "everyS",
        "rows",
        "orders");
    Cell.Order order = Cell.Order.from(document);
    long everyNanos = RowReader.every(document.member("everyS"));
    Optional<Node> example = document.optional("example");
    List<Row> rows = new ArrayList<>();
    for (Node row : document.member("rows").elements()) {
      rows.add(RowReader.row(row, order, everyNanos));
    }
    if (rows.isEmpty()) {
      throw document.member("rows").wrong("must have a row, or nothing is ever heard");
    }
    Optional<Node> orders = document.optional("orders");
    return new LanternMap(
        Wording.from(document.member("title")),
        example.isPresent() && example.get().truth(),
        rows,
        orders.isEmpty() ? Optional.empty() : Optional.of(OrderReader.book(orders.get(), order)));
  }
}
