// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.book.table;

import io.wayside.core.data.GarbledData;
import io.wayside.tolling.book.ListType;
import io.wayside.tolling.book.exchange.Entry;
import java.nio.ByteBuffer;

/** What stands in a row behind the number: so many bytes for each type of list, big-endian. */
sealed interface RowForm permits AccountRow, EmptyRow, WordRow, TicketRow {

  /** Bytes of a row without the number. */
  int width();

  /** Rows that one tag may have. */
  int mostRows();

  /**
   * Puts what an entry says.
   *
   * @param into has room for {@link #mostRows}
   * @return how many rows, at least one
   */
  int encode(Entry entry, Words words, byte[] into) throws GarbledData;

  /** Whether a row can have been written by this. */
  boolean holds(ByteBuffer table, int at, int words);

  static RowForm of(ListType type, int plateHashBytes) {
    return switch (type) {
      case ACCOUNTS -> new AccountRow(plateHashBytes);
      case BLOCKED, STOLEN -> new EmptyRow();
      case EXEMPT, DISCOUNTED -> new WordRow();
      case TICKETS -> new TicketRow();
    };
  }
}
