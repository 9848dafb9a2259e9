// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.tariff;

import io.wayside.core.data.Value;
import io.wayside.core.quality.Flags;
import java.util.ArrayList;
import java.util.List;

/** What was worked out, with the way to it. */
record Sum(long minor, List<Item> items, Flags flags) {

  Sum {
    items = List.copyOf(items);
  }

  /** The same, taken because a clock is in doubt. */
  Sum suspect(long statedMinor) {
    List<Item> more = new ArrayList<>(items);
    more.add(new Item("clock-in-doubt", 0, Value.Fields.with("stated", statedMinor).build()));
    return new Sum(minor, more, flags.with(TariffFlags.TIME_SUSPECT));
  }
}
