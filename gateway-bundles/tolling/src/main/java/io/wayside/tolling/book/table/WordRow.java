// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.book.table;

import io.wayside.core.data.GarbledData;
import io.wayside.tolling.book.exchange.Entry;
import java.nio.ByteBuffer;

/** {@code word:2}. In an entry one word: why it is exempt, or which discount it has. */
record WordRow() implements RowForm {

  @Override
  public int width() {
    return 2;
  }

  @Override
  public int mostRows() {
    return 1;
  }

  @Override
  public int encode(Entry entry, Words words, byte[] into) throws GarbledData {
    if (!entry.nextWord()) {
      throw entry.wrong("a word after the number is missing: the reason, or the discount");
    }
    put(entry, words, entry.text(), into, 0);
    if (entry.nextWord()) {
      throw entry.wrong("nothing may follow the word");
    }
    return 1;
  }

  @Override
  public boolean holds(ByteBuffer table, int at, int words) {
    return number(table, at) < words;
  }

  static void put(Entry entry, Words words, String word, byte[] into, int at) throws GarbledData {
    int number = words.number(word);
    if (number < 0) {
      throw entry.wrong(
          Words.isWord(word)
              ? "there are more than " + Words.MOST + " different words; ask for the full list"
              : "\"" + word + "\" must be 1 to 64 of A-Z a-z 0-9 . _ * -");
    }
    into[at] = (byte) (number >>> 8);
    into[at + 1] = (byte) number;
  }

  static int number(ByteBuffer table, int at) {
    return table.getShort(at) & 0xffff;
  }
}
