// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.book.table;

import io.wayside.core.data.GarbledData;
import io.wayside.tolling.book.exchange.Entry;
import java.nio.ByteBuffer;

/** To be on the list says all. */
record EmptyRow() implements RowForm {

  @Override
  public int width() {
    return 0;
  }

  @Override
  public int mostRows() {
    return 1;
  }

  @Override
  public int encode(Entry entry, Words words, byte[] into) throws GarbledData {
    if (entry.nextWord()) {
      throw entry.wrong("nothing may follow the number on this list");
    }
    return 1;
  }

  @Override
  public boolean holds(ByteBuffer table, int at, int words) {
    return true;
  }
}
