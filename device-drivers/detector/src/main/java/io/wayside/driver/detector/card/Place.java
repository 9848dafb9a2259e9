// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.detector.card;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.core.device.DeviceException;
import io.wayside.core.device.DeviceException.Garbled;
import io.wayside.core.device.RegisterDevice.Table;
import io.wayside.core.register.NumberForm;
import io.wayside.core.register.NumberLayout;
import io.wayside.core.register.Significance;
import java.util.Optional;

/**
 * Where a whole number is kept.
 *
 * @param address of its first register, counted from 0
 */
record Place(Table table, int address, NumberLayout layout) {

  private static final int LAST_ADDRESS = 65_535;

  /** From the members {@code address}, {@code table}, {@code form}, {@code wordOrder}. */
  static Place from(Node place) throws GarbledData {
    Optional<Node> table = place.optional("table");
    Table cells = table.isEmpty() ? Table.HOLDING_REGISTERS : table.get().word(Table.class);
    if (cells != Table.HOLDING_REGISTERS && cells != Table.INPUT_REGISTERS) {
      throw place.wrong("numbers are kept in holding-registers or input-registers");
    }
    NumberLayout layout = layout(place);
    return new Place(
        cells,
        place.member("address").whole(0, LAST_ADDRESS + 1 - layout.form().registers()),
        layout);
  }

  /** Counted without a sign, by 16 or 32 bits. */
  private static NumberLayout layout(Node place) throws GarbledData {
    Optional<Node> form = place.optional("form");
    NumberForm number = form.isEmpty() ? NumberForm.UINT16 : form.get().word(NumberForm.class);
    if (number != NumberForm.UINT16 && number != NumberForm.UINT32) {
      throw place.wrong("counters are uint16 or uint32");
    }
    Optional<Node> words = place.optional("wordOrder");
    return new NumberLayout(
        number,
        words.isEmpty() ? Significance.HIGH_FIRST : words.get().word(Significance.class),
        Significance.HIGH_FIRST);
  }

  /** How many numbers there are before it begins again at 0. */
  long modulo() {
    return layout.form() == NumberForm.UINT32 ? 1L << 32 : 1L << 16;
  }

  long read(Cells cells) throws DeviceException {
    int[] registers = cells.read(table, address, layout.form().registers());
    return layout
        .read(registers)
        .orElseThrow(() -> new Garbled("register " + address + " holds no number"))
        .longValue();
  }
}
