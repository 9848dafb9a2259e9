// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.disk;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One entry of a trace; {@code trace-disk.c} describes the kinds.
 *
 * @param index its number, from 0
 * @param kind one letter
 * @param inode the file
 * @param number offset, size, or the entry at which a sync began
 * @param bytes content or path
 */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
public record TraceEntry(int index, char kind, long inode, long number, byte[] bytes) {

  private static final int HEAD = 21;

  /** The bytes as a path. */
  public String path() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** Reads a trace; an entry cut off by the end of the process is left out. */
  public static List<TraceEntry> read(Path trace) throws IOException {
    List<TraceEntry> entries = new ArrayList<>();
    byte[] head = new byte[HEAD];
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(trace), 1 << 16))) {
      while (true) {
        in.readFully(head);
        ByteBuffer fields = ByteBuffer.wrap(head).order(ByteOrder.nativeOrder());
        byte[] bytes = new byte[fields.getInt(17)];
        in.readFully(bytes);
        entries.add(
            new TraceEntry(
                entries.size(),
                (char) (head[0] & 0xff),
                fields.getLong(1),
                fields.getLong(9),
                bytes));
      }
    } catch (EOFException end) {
      return entries;
    }
  }
}
