// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.book.table;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Json;
import io.wayside.tolling.book.exchange.Entry;
import io.wayside.tolling.book.exchange.ListHead;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * Writes a table row by row: {@code rows | head | magic:8 rowBytes:8 headBytes:4 rowsCrc:4
 * headCrc:4}, big-endian, CRC-32C. Holds one row and one buffer, however long the list is.
 */
public final class TableWriter {

  static final long MAGIC = 0x5741595441475331L; // WAYTAGS1
  static final int END_BYTES = 28;
  private static final int BUFFER = 1 << 16;

  private final OutputStream out;
  private final ListHead list;
  private final RowForm form;
  private final Words words;
  private final byte[] payload;
  private final byte[] buffer = new byte[BUFFER];
  private int buffered;
  private final CRC32C crc = new CRC32C();
  private final List<Section> sections = new ArrayList<>();
  private int bits;
  private int rows;
  private long written;
  private long tags;

  public TableWriter(OutputStream out, ListHead list, Words words) {
    this.out = out;
    this.list = list;
    this.form = RowForm.of(list.type(), list.plateHashBytes());
    this.words = words;
    this.payload = new byte[form.width() * form.mostRows()];
  }

  /** The rows of a tag, from what an entry says. */
  void add(Entry entry) throws IOException, GarbledData {
    int count = form.encode(entry, words, payload);
    begin(entry.bits(), count);
    for (int row = 0; row < count; row++) {
      put(entry.key(), 0, entry.keyBytes());
      put(payload, row * form.width(), form.width());
    }
  }

  /** The rows of a tag as another table has them, whose words are ours. */
  void copy(TableCursor cursor) throws IOException, GarbledData {
    begin(cursor.bits(), cursor.rows());
    int length = cursor.rows() * cursor.width();
    byte[] all = cursor.copyRows();
    put(all, 0, length);
  }

  private void begin(int nextBits, int more) throws GarbledData {
    if (nextBits != bits) {
      endSection();
      bits = nextBits;
    }
    rows += more;
    tags++;
    long grown = written + buffered + (long) more * ((nextBits + 7) / 8 + form.width());
    if (grown > Integer.MAX_VALUE - BUFFER) {
      throw new GarbledData(
          list
              + " needs more than 2 GiB, which one table cannot hold; let "
              + list.issuer()
              + " split it");
    }
  }

  private void endSection() {
    if (rows > 0) {
      sections.add(new Section(bits, 0, rows, 0));
      rows = 0;
    }
  }

  private void put(byte[] bytes, int from, int length) throws IOException {
    int done = 0;
    while (done < length) {
      if (buffered == BUFFER) {
        flush();
      }
      int now = Math.min(length - done, BUFFER - buffered);
      System.arraycopy(bytes, from + done, buffer, buffered, now);
      buffered += now;
      done += now;
    }
  }

  private void flush() throws IOException {
    crc.update(buffer, 0, buffered);
    out.write(buffer, 0, buffered);
    written += buffered;
    buffered = 0;
  }

  /** How many tags there are so far. */
  public long tags() {
    return tags;
  }

  /** Writes what belongs behind the rows. */
  public void finish() throws IOException {
    endSection();
    flush();
    TableHead head = TableHead.of(list, tags, words.all(), sections);
    byte[] text = Json.write(head.toValue()).getBytes(StandardCharsets.UTF_8);
    CRC32C ofHead = new CRC32C();
    ofHead.update(text);
    out.write(text);
    out.write(
        ByteBuffer.allocate(END_BYTES)
            .putLong(MAGIC)
            .putLong(written)
            .putInt(text.length)
            .putInt((int) crc.getValue())
            .putInt((int) ofHead.getValue())
            .array());
  }
}
