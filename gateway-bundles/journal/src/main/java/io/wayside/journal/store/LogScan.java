// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Looks into SQLite's write-ahead log before SQLite does. SQLite takes a log up to the first frame
 * whose checksum is wrong and forgets the rest without a word: right after a power cut, where the
 * rest is one commit that never finished, and wrong where a damaged frame hides commits that were
 * confirmed. Confirmed ones are known by what lies behind the bad frame: a commit is begun only
 * after the one before it was synced, so two of them, or one and the beginning of another, were not
 * both unfinished. The form is that of {@code sqlite.org/fileformat2.html}, section 4.1; numbers
 * are big endian, checksums run over the words in the order the magic number says.
 */
public final class LogScan {

  private static final int HEADER = 32;
  private static final int FRAME_HEADER = 24;

  /** What a disk writes whole or not at all, in bytes; larger ones are multiples of it. */
  private static final int SECTOR = 512;

  private static final int MAGIC_LITTLE = 0x377f0682;
  private static final int MAGIC_BIG = 0x377f0683;

  private int sum1;
  private int sum2;

  private LogScan() {}

  /** Whether confirmed commits are hidden behind a damaged frame or header. */
  public static boolean hidesCommits(Path log) throws IOException {
    if (!Files.exists(log) || Files.size(log) <= HEADER) {
      return false;
    }
    try (InputStream file = new BufferedInputStream(Files.newInputStream(log), 1 << 16)) {
      return new LogScan().scan(new DataInputStream(file));
    }
  }

  private boolean scan(DataInputStream in) throws IOException {
    byte[] header = new byte[HEADER];
    in.readFully(header);
    ByteBuffer h = ByteBuffer.wrap(header);
    int magic = h.getInt(0);
    int pageSize = h.getInt(8);
    boolean knownForm = magic == MAGIC_LITTLE || magic == MAGIC_BIG;
    boolean knownSize = pageSize >= 512 && pageSize <= 65536 && Integer.bitCount(pageSize) == 1;
    if (!knownForm || !knownSize) {
      return true; // a header is written and synced whole, in one sector
    }
    ByteOrder order = magic == MAGIC_BIG ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    add(header, 24, order);
    if (sum1 != h.getInt(24) || sum2 != h.getInt(28)) {
      return true;
    }
    long salts = h.getLong(16);
    boolean good = true;
    int commitsBehind = 0;
    boolean framesBehindLastCommit = false;
    byte[] frame = new byte[FRAME_HEADER];
    byte[] page = new byte[pageSize];
    long sumsBefore = h.getLong(24);
    long at = HEADER;
    while (read(in, frame) && read(in, page)) {
      ByteBuffer f = ByteBuffer.wrap(frame);
      boolean sameGeneration =
          f.getLong(8) == salts && (!isSplit(at) || follows(sumsBefore, frame, page, order));
      sumsBefore = f.getLong(16);
      at += FRAME_HEADER + pageSize;
      if (good) {
        add(frame, 8, order);
        add(page, pageSize, order);
        good = sameGeneration && sum1 == f.getInt(16) && sum2 == f.getInt(20);
      }
      if (!good && sameGeneration) {
        boolean commit = f.getInt(4) != 0;
        framesBehindLastCommit = !commit && commitsBehind > 0;
        commitsBehind += commit ? 1 : 0;
      }
    }
    // One commit behind the bad frame is the one that a power cut left unfinished.
    return commitsBehind > 1 || framesBehindLastCommit;
  }

  /**
   * Whether a sector ends within the part of the header that says page, commit and generation. Of
   * such a header a power cut may leave the old half, or rubbish, beside the new one.
   */
  private static boolean isSplit(long at) {
    return at / SECTOR != (at + 15) / SECTOR;
  }

  /** Whether the checksum goes on from that of the frame before, whatever was before that. */
  private static boolean follows(long sumsBefore, byte[] frame, byte[] page, ByteOrder order) {
    LogScan scan = new LogScan();
    scan.sum1 = (int) (sumsBefore >>> 32);
    scan.sum2 = (int) sumsBefore;
    scan.add(frame, 8, order);
    scan.add(page, page.length, order);
    ByteBuffer f = ByteBuffer.wrap(frame);
    return scan.sum1 == f.getInt(16) && scan.sum2 == f.getInt(20);
  }

  private void add(byte[] bytes, int length, ByteOrder order) {
    ByteBuffer words = ByteBuffer.wrap(bytes, 0, length).order(order);
    while (words.remaining() >= 8) {
      sum1 += words.getInt() + sum2;
      sum2 += words.getInt() + sum1;
    }
  }

  private static boolean read(DataInputStream in, byte[] into) throws IOException {
    try {
      in.readFully(into);
      return true;
    } catch (EOFException end) {
      return false;
    }
  }
}
