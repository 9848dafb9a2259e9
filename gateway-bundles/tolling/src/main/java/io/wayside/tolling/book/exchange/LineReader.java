// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.book.exchange;

import io.wayside.core.data.GarbledData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Lines of a part, one at a time in one buffer. Every line must be ended, the last one too. */
final class LineReader implements Place {

  /** A tag of 496 bits with 32 season tickets, and some room. */
  static final int LONGEST = 8192;

  private static final int BUFFER = 1 << 16;

  private final String name;
  private final ByteSource source;
  private final byte[] bytes = new byte[BUFFER];
  private int read;
  private int from;
  private int to = -1;
  private long number;

  LineReader(String name, ByteSource source) {
    this.name = name;
    this.source = source;
  }

  /** Goes to the next line; false at the end. */
  boolean next() throws IOException, GarbledData {
    from = to + 1;
    number++;
    int at = from;
    while (true) {
      while (at < read) {
        if (bytes[at] == '\n') {
          to = at;
          return true;
        }
        at++;
      }
      if (at - from > LONGEST) {
        throw wrong("the line is longer than " + LONGEST + " bytes");
      }
      at -= makeRoom();
      int more = source.read(bytes, read, bytes.length - read);
      if (more < 0) {
        if (at > from) {
          throw wrong("the file ends within this line");
        }
        to = from - 1;
        return false;
      }
      read += more;
    }
  }

  private int makeRoom() {
    int moved = 0;
    if (read == bytes.length || from == read) {
      System.arraycopy(bytes, from, bytes, 0, read - from);
      moved = from;
      read -= from;
      from = 0;
    }
    return moved;
  }

  byte[] bytes() {
    return bytes;
  }

  int from() {
    return from;
  }

  /** Behind the line; the line end stands here. */
  int to() {
    return to;
  }

  String text() {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }

  @Override
  public GarbledData wrong(String what) {
    return new GarbledData(name + ", line " + number + ": " + what);
  }
}
