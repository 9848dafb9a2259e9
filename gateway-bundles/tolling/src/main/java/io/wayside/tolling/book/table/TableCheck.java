// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.book.table;

import java.nio.ByteBuffer;

/** Whether a table can have been written by {@link TableWriter}: order, words, counts. */
final class TableCheck {

  private TableCheck() {}

  static boolean holds(TagTable table, int rowBytes) {
    TableHead head = table.head();
    int end = 0;
    long tags = 0;
    for (Section section : head.sections()) {
      if (section.at() != end || (long) section.rows() * section.width() > rowBytes - end) {
        return false;
      }
      end = section.end();
      long found = tags(table, section);
      if (found < 0) {
        return false;
      }
      tags += found;
    }
    return end == rowBytes
        && tags == head.tags()
        && head.words().size() <= Words.MOST
        && head.words().stream().allMatch(Words::isWord);
  }

  /** How many tags a section has; -1 when it is not in order. */
  private static long tags(TagTable table, Section section) {
    ByteBuffer bytes = table.bytes();
    int key = section.keyBytes();
    int words = table.head().words().size();
    int spare = key * 8 - section.bits();
    boolean several = table.form().mostRows() > 1;
    long tags = 0;
    for (int row = 0; row < section.rows(); row++) {
      int at = section.at() + row * section.width();
      int order = row == 0 ? 1 : compare(bytes, at, at - section.width(), key);
      boolean right =
          (order > 0 || (order == 0 && several))
              && (bytes.get(at + key - 1) & ((1 << spare) - 1)) == 0
              && table.form().holds(bytes, at + key, words);
      if (!right) {
        return -1;
      }
      tags += order > 0 ? 1 : 0;
    }
    return tags;
  }

  static int compare(ByteBuffer bytes, int one, int other, int length) {
    int i = 0;
    for (; i + Long.BYTES <= length; i += Long.BYTES) {
      int order = Long.compareUnsigned(bytes.getLong(one + i), bytes.getLong(other + i));
      if (order != 0) {
        return order;
      }
    }
    for (; i < length; i++) {
      int order = (bytes.get(one + i) & 0xff) - (bytes.get(other + i) & 0xff);
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }
}
