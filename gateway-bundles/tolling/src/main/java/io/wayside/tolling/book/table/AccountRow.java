// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.book.table;

import io.wayside.core.data.GarbledData;
import io.wayside.tolling.book.exchange.Entry;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * {@code flags:1 group:1 plateHash:n}. In an entry {@code GROUP ok|low [PLATEHASH]}, a group of
 * {@code -} is not known.
 *
 * @param plateHashBytes n
 */
record AccountRow(int plateHashBytes) implements RowForm {

  private static final int LOW = 1;
  private static final int HAS_PLATE = 2;
  private static final int MOST_GROUP = 255;
  private static final int PLATE = 2;

  @Override
  public int width() {
    return PLATE + plateHashBytes;
  }

  @Override
  public int mostRows() {
    return 1;
  }

  @Override
  public int encode(Entry entry, Words words, byte[] into) throws GarbledData {
    Arrays.fill(into, 0, width(), (byte) 0);
    if (!entry.nextWord()) {
      throw entry.wrong("the vehicle group is missing; - when it is not known");
    }
    if (!entry.is("-")) {
      int group = entry.whole(MOST_GROUP);
      if (group < 1) {
        throw entry.wrong("the vehicle group must be from 1 to " + MOST_GROUP + ", or -");
      }
      into[1] = (byte) group;
    }
    if (!entry.nextWord() || !(entry.is("ok") || entry.is("low"))) {
      throw entry.wrong("after the group ok or low is expected");
    }
    into[0] = (byte) (entry.is("low") ? LOW : 0);
    if (entry.nextWord()) {
      if (plateHashBytes == 0 || !entry.hex(into, PLATE, plateHashBytes)) {
        throw entry.wrong(
            "the hash of the plate must have " + plateHashBytes + " bytes, as the head says");
      }
      into[0] |= HAS_PLATE;
      if (entry.nextWord()) {
        throw entry.wrong("nothing may follow the hash of the plate");
      }
    }
    return 1;
  }

  @Override
  public boolean holds(ByteBuffer table, int at, int words) {
    return (table.get(at) & ~(LOW | HAS_PLATE)) == 0;
  }

  static boolean isLow(ByteBuffer table, int at) {
    return (table.get(at) & LOW) != 0;
  }

  /** 0 when it is not known. */
  static int group(ByteBuffer table, int at) {
    return table.get(at + 1) & 0xff;
  }

  Optional<String> plateHash(ByteBuffer table, int at) {
    if ((table.get(at) & HAS_PLATE) == 0) {
      return Optional.empty();
    }
    byte[] hash = new byte[plateHashBytes];
    table.get(at + PLATE, hash);
    return Optional.of(HexFormat.of().formatHex(hash));
  }
}
