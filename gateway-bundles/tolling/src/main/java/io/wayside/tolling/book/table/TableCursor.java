// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.book.table;

import io.wayside.tolling.book.exchange.Entry;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Goes through a table tag by tag, in order. */
final class TableCursor {

  private final TagTable table;
  private final Iterator<Section> sections;
  private @Nullable Section section;
  private int row;
  private int rows;
  private byte[] copied = {};

  TableCursor(TagTable table) {
    this.table = table;
    this.sections = table.head().sections().iterator();
    advance();
  }

  /** Goes to the next tag. */
  void advance() {
    row += rows;
    Section here = section;
    if (here == null || row == here.rows()) {
      row = 0;
      here = sections.hasNext() ? sections.next() : null;
      section = here;
    }
    rows = here == null ? 0 : rowsHere(here);
  }

  private int rowsHere(Section here) {
    if (table.form().mostRows() == 1) {
      return 1;
    }
    int at = here.at() + row * here.width();
    int count = 1;
    while (row + count < here.rows()
        && TableCheck.compare(table.bytes(), at + count * here.width(), at, here.keyBytes()) == 0) {
      count++;
    }
    return count;
  }

  boolean atEnd() {
    return section == null;
  }

  private Section here() {
    Section here = section;
    if (here == null) {
      throw new IllegalStateException("behind the end of a table there is no tag");
    }
    return here;
  }

  int bits() {
    return here().bits();
  }

  int width() {
    return here().width();
  }

  /** How many rows the tag has. */
  int rows() {
    return rows;
  }

  /** Its rows, in an array that is used again. */
  byte[] copyRows() {
    int length = rows * width();
    if (copied.length < length) {
      copied = new byte[length];
    }
    table.bytes().get(here().at() + row * width(), copied, 0, length);
    return copied;
  }

  /** Below zero when the tag stands before that of the entry, zero when it is the same. */
  int compare(Entry entry) {
    Section here = here();
    if (here.bits() != entry.bits()) {
      return here.bits() - entry.bits();
    }
    int at = here.at() + row * here.width();
    for (int i = 0; i < here.keyBytes(); i++) {
      int order = (table.bytes().get(at + i) & 0xff) - (entry.key()[i] & 0xff);
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }
}
