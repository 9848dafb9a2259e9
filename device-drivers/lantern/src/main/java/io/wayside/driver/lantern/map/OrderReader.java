// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.lantern.map;

import io.wayside.core.data.Evidence;
import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.core.device.RegisterDevice.Table;
import io.wayside.core.water.LanternOrder;
import io.wayside.driver.lantern.map.Step.Confirmation;
import io.wayside.driver.lantern.map.Step.Write;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads how a device is told what to do. */
final class OrderReader {

  private static final long NANOS_OF_A_MS = 1_000_000;
  private static final int LONGEST_MS = 60_000;

  /** The key is written three times in the device's time, so that two may be lost. */
  private static final int BEATS = 3;

  private static final Map<String, Class<? extends LanternOrder>> PLAIN =
      Map.of(
          "automatic", LanternOrder.Automatic.class,
          "shine", LanternOrder.Shine.class,
          "dark", LanternOrder.Dark.class,
          "reset", LanternOrder.Reset.class);

  private OrderReader() {}

  static OrderBook book(Node orders, Cell.Order order) throws GarbledData {
    orders.only(
        "heartbeat", "automatic", "shine", "dark", "reset", "rhythm", "intensity", "offset");
    orders.member("automatic");
    Map<Class<? extends LanternOrder>, Step> plain = new LinkedHashMap<>();
    for (var kind : PLAIN.entrySet()) {
      Optional<Node> step = orders.optional(kind.getKey());
      if (step.isPresent()) {
        plain.put(kind.getValue(), step(step.get(), order));
      }
    }
    return new OrderBook(
        heartbeat(orders.optional("heartbeat")),
        plain,
        rhythm(orders.optional("rhythm"), order),
        intensity(orders.optional("intensity"), order),
        offset(orders.optional("offset"), order));
  }

  private static Optional<Heartbeat> heartbeat(Optional<Node> row) throws GarbledData {
    if (row.isEmpty()) {
      return Optional.empty();
    }
    Node beat = row.get();
    beat.only("timeAddress", "timeUnitMs", "timeMs", "keyAddress", "key", "source", "certainty");
    int timeMs = beat.member("timeMs").whole(300, 3_600_000);
    Optional<Node> timeAddress = beat.optional("timeAddress");
    int unitMs = timeAddress.isEmpty() ? 1 : beat.member("timeUnitMs").whole(1, LONGEST_MS);
    int value = timeMs / unitMs;
    if (timeAddress.isPresent() && (timeMs % unitMs != 0 || value > Cell.LARGEST)) {
      throw beat.wrong(
          "has a time that is no whole number of its unit, or too many of them for a register");
    }
    return Optional.of(
        new Heartbeat(
            timeAddress.isEmpty() ? -1 : timeAddress.get().whole(0, Cell.LAST_ADDRESS),
            value,
            beat.member("keyAddress").whole(0, Cell.LAST_ADDRESS),
            beat.member("key").whole(0, Cell.LARGEST),
            timeMs * NANOS_OF_A_MS / BEATS,
            Evidence.from(beat)));
  }

  private static Step step(Node row, Cell.Order order) throws GarbledData {
    row.only("writes", "confirm", "source", "certainty");
    Evidence.from(row);
    List<Write> writes = new ArrayList<>();
    for (Node write : row.member("writes").elements()) {
      writes.add(write(write));
    }
    if (writes.isEmpty()) {
      throw row.member("writes").wrong("must have a cell to be written");
    }
    Optional<Node> confirm = row.optional("confirm");
    return new Step(
        writes,
        confirm.isEmpty() ? Optional.empty() : Optional.of(confirmation(confirm.get(), order)),
        false);
  }

  private static Write write(Node row) throws GarbledData {
    row.only("table", "address", "value");
    Table table = writable(row);
    return new Write(
        table,
        row.member("address").whole(0, Cell.LAST_ADDRESS),
        row.member("value").whole(0, table == Table.COILS ? 1 : Cell.LARGEST));
  }

  private static Table writable(Node row) throws GarbledData {
    Table table = Cell.table(row);
    if (table != Table.COILS && table != Table.HOLDING_REGISTERS) {
      throw row.wrong("writes to a table that can only be read");
    }
    return table;
  }

  private static Confirmation confirmation(Node row, Cell.Order order) throws GarbledData {
    row.only("table", "address", "form", "mask", "done", "failed", "withinMs");
    return new Confirmation(
        Cell.from(row, order),
        RowReader.wholes(Optional.of(row.member("done"))),
        RowReader.wholes(row.optional("failed")),
        within(row));
  }

  private static long within(Node row) throws GarbledData {
    return row.member("withinMs").whole(1, LONGEST_MS) * NANOS_OF_A_MS;
  }

  private static Optional<Setting> rhythm(Optional<Node> row, Cell.Order order) throws GarbledData {
    if (row.isEmpty()) {
      return Optional.empty();
    }
    row.get().only("table", "address", "codes", "withinMs", "source", "certainty");
    Map<String, Integer> codes = new LinkedHashMap<>();
    for (var code : row.get().member("codes").members().entrySet()) {
      codes.put(code.getKey(), code.getValue().whole(0, Cell.LARGEST));
    }
    return Optional.of(setting(row.get(), order, codes, 0, 0));
  }

  private static Optional<Setting> intensity(Optional<Node> row, Cell.Order order)
      throws GarbledData {
    if (row.isEmpty()) {
      return Optional.empty();
    }
    row.get().only("table", "address", "full", "least", "withinMs", "source", "certainty");
    int full = row.get().member("full").whole(1, Cell.LARGEST);
    return Optional.of(
        setting(row.get(), order, Map.of(), full, row.get().member("least").whole(0, full)));
  }

  private enum Counts {
    DELAY,
    ADVANCE
  }

  private static Optional<OffsetSetting> offset(Optional<Node> row, Cell.Order order)
      throws GarbledData {
    if (row.isEmpty()) {
      return Optional.empty();
    }
    Node offset = row.get();
    offset.only(
        "table", "address", "unitMs", "counts", "largest", "withinMs", "source", "certainty");
    return Optional.of(
        new OffsetSetting(
            setting(offset, order, Map.of(), 0, 0),
            offset.member("unitMs").whole(1, LONGEST_MS),
            offset.member("counts").word(Counts.class) == Counts.DELAY,
            offset.member("largest").whole(1, Cell.LARGEST)));
  }

  private static Setting setting(
      Node row, Cell.Order order, Map<String, Integer> codes, int full, int least)
      throws GarbledData {
    writable(row);
    return new Setting(Cell.from(row, order), codes, full, least, within(row), Evidence.from(row));
  }
}
