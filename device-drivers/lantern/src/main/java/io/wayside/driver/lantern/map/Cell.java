// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.lantern.map;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.core.device.RegisterDevice.Table;
import io.wayside.core.register.NumberForm;
import io.wayside.core.register.NumberLayout;
import io.wayside.core.register.Significance;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Where a number is kept: one or two cells of a table.
 *
 * @param address of the first, counted from 0
 * @param mask the bits of a register that count, moved down to bit 0; 0 stands for all of them
 */
public record Cell(Table table, int address, NumberLayout layout, int mask) {

  static final int LAST_ADDRESS = 65_535;
  static final int LARGEST = 0xFFFF;

  /** The order of words and bytes that a document states for all its cells. */
  record Order(Significance words, Significance bytes) {

    static Order from(Node document) throws GarbledData {
      return new Order(
          significance(document.optional("wordOrder")),
          significance(document.optional("byteOrder")));
    }

    private static Significance significance(Optional<Node> node) throws GarbledData {
      return node.isEmpty() ? Significance.HIGH_FIRST : node.get().word(Significance.class);
    }
  }

  /** From the members {@code table}, {@code address}, {@code form} and {@code mask} of a row. */
  static Cell from(Node row, Order order) throws GarbledData {
    Table table = table(row);
    Optional<Node> form = row.optional("form");
    NumberForm number = form.isEmpty() ? NumberForm.UINT16 : form.get().word(NumberForm.class);
    Optional<Node> mask = row.optional("mask");
    boolean isBits = table == Table.COILS || table == Table.DISCRETE_INPUTS;
    if (number != NumberForm.UINT16 && (isBits || mask.isPresent())) {
      throw row.wrong("has a form and a mask or a table of bits; only uint16 can have these");
    }
    int address = row.member("address").whole(0, LAST_ADDRESS + 1 - number.registers());
    return new Cell(
        table,
        address,
        new NumberLayout(number, order.words(), order.bytes()),
        mask.isEmpty() ? 0 : mask.get().whole(1, LARGEST));
  }

  static Table table(Node row) throws GarbledData {
    Optional<Node> table = row.optional("table");
    return table.isEmpty() ? Table.HOLDING_REGISTERS : table.get().word(Table.class);
  }

  public int count() {
    return layout.form().registers();
  }

  /** The number in these cells; empty where they hold none. */
  public Optional<BigDecimal> number(int... cells) {
    if (mask == 0) {
      return layout.read(cells);
    }
    return layout
        .read(cells)
        .map(whole -> whole.intValue() & mask)
        .map(bits -> BigDecimal.valueOf(bits >> Integer.numberOfTrailingZeros(mask)));
  }

  /** As people look for it in a manual, addresses still counted from 0. */
  public String place() {
    return table.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + " " + address;
  }
}
