// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.book.table;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.tolling.book.ListInForce;
import io.wayside.tolling.book.ListType;
import io.wayside.tolling.book.exchange.Entry;
import io.wayside.tolling.tag.Hex;
import io.wayside.tolling.tag.TagNumber;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * One list in force. Rows are found by halving; the numbers themselves are compared, so that no tag
 * is ever taken for another. Safe for all threads; a look-up makes no garbage.
 */
public final class TagTable {

  /** No such tag. */
  static final int NONE = -1;

  private final ByteBuffer table;
  private final TableHead head;
  private final RowForm form;
  private final @Nullable Section[] byBits = new @Nullable Section[Entry.MOST_BITS + 1];

  private TagTable(ByteBuffer table, TableHead head) {
    this.table = table;
    this.head = head;
    this.form = RowForm.of(head.type(), head.plateHashBytes());
    head.sections().forEach(section -> byBits[section.bits()] = section);
  }

  /**
   * Opens a table and checks it whole.
   *
   * @param name in messages
   * @param file the table from 0 to its limit
   */
  public static TagTable open(String name, ByteBuffer file) throws GarbledData {
    ByteBuffer bytes = file.duplicate();
    int end = bytes.limit() - TableWriter.END_BYTES;
    if (end < 0 || bytes.getLong(end) != TableWriter.MAGIC) {
      throw damaged(name, "it does not end as a table does");
    }
    long rowBytes = bytes.getLong(end + 8);
    int headBytes = bytes.getInt(end + 16);
    if (rowBytes < 0 || headBytes < 0 || rowBytes + headBytes != end) {
      throw damaged(name, "its lengths do not fit");
    }
    int rows = (int) rowBytes;
    if (crc(bytes, 0, rows) != bytes.getInt(end + 20)
        || crc(bytes, rows, headBytes) != bytes.getInt(end + 24)) {
      throw damaged(name, "its checksum is wrong");
    }
    byte[] text = new byte[headBytes];
    bytes.get(rows, text);
    TagTable opened =
        new TagTable(
            bytes, TableHead.from(Node.read(name, new String(text, StandardCharsets.UTF_8))));
    if (!TableCheck.holds(opened, rows)) {
      throw damaged(name, "its rows are not in order");
    }
    return opened;
  }

  private static int crc(ByteBuffer bytes, int from, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes.slice(from, length));
    return (int) crc.getValue();
  }

  private static GarbledData damaged(String name, String what) {
    return new GarbledData(
        name + ": the table is damaged, " + what + "; ask for the full list again");
  }

  public ListInForce inForce() {
    return head.inForce();
  }

  public String issuer() {
    return head.issuer();
  }

  public ListType type() {
    return head.type();
  }

  /** How many tags are on it. */
  public long tags() {
    return head.tags();
  }

  /** Bytes of the plates' hashes. */
  public int plateHashBytes() {
    return head.plateHashBytes();
  }

  public List<String> words() {
    return head.words();
  }

  TableHead head() {
    return head;
  }

  ByteBuffer bytes() {
    return table;
  }

  RowForm form() {
    return form;
  }

  /** Whether a tag is on it. */
  public boolean holds(TagNumber tag) {
    return find(tag) != NONE;
  }

  /** Where what is said of a tag begins, behind the number; {@link #NONE} when it is not on it. */
  int find(TagNumber tag) {
    int bits = tag.bits();
    Section section = bits <= Entry.MOST_BITS ? byBits[bits] : null;
    if (section == null || !Hex.isHex(tag.epc())) {
      return NONE;
    }
    int low = 0;
    int high = section.rows(); // the first row that is not before the number lies from low to high
    long first = first(tag, section.keyBytes());
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (compare(section, middle, tag, first) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < section.rows() && compare(section, low, tag, first) == 0
        ? section.at() + low * section.width() + section.keyBytes()
        : NONE;
  }

  /** The same tag's next row behind {@code found}; {@link #NONE} behind the last. */
  int next(TagNumber tag, int found) {
    Section section = byBits[tag.bits()];
    if (section == null) {
      return NONE;
    }
    int row = (found - section.at()) / section.width() + 1;
    return row < section.rows() && compare(section, row, tag, first(tag, section.keyBytes())) == 0
        ? found + section.width()
        : NONE;
  }

  private static long first(TagNumber tag, int keyBytes) {
    long first = 0;
    for (int i = 0; i < Math.min(Long.BYTES, keyBytes); i++) {
      first = first << 8 | Hex.byteAt(tag.epc(), tag.bits(), i);
    }
    return first;
  }

  private int compare(Section section, int row, TagNumber tag, long first) {
    int at = section.at() + row * section.width();
    int bytes = section.keyBytes();
    if (bytes < Long.BYTES) {
      long ours = 0;
      for (int i = 0; i < bytes; i++) {
        ours = ours << 8 | (table.get(at + i) & 0xff);
      }
      return Long.compare(ours, first);
    }
    int order = Long.compareUnsigned(table.getLong(at), first);
    for (int i = Long.BYTES; i < bytes && order == 0; i++) {
      order = (table.get(at + i) & 0xff) - Hex.byteAt(tag.epc(), tag.bits(), i);
    }
    return order;
  }

  /** The plate's hash of an account at {@code at}. */
  Optional<String> plateHash(int at) {
    return form instanceof AccountRow row ? row.plateHash(table, at) : Optional.empty();
  }

  /** What of a tag's words stands at {@code at}. */
  Optional<String> word(int at) {
    return Optional.of(head.words().get(WordRow.number(table, at)));
  }
}
