// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;

/**
 * A file that holds room on the file system. It is given up when the file system is full, and made
 * again when there is room for it twice. Used by any thread.
 */
final class Reserve {

  private static final int BLOCK_BYTES = 64 * 1024;

  /** An index of the log, and some of the log itself. */
  private static final long TIGHT_BYTES = 256 * 1024;

  /** Room on the file system, in bytes; a seam for tests. */
  interface Volume {
    long usableBytes() throws IOException;
  }

  private final Path file;
  private final long bytes;
  private final Volume volume;
  private volatile boolean whole;
  private volatile boolean unwanted;

  Reserve(Path file, long bytes, Volume volume) {
    this.file = file;
    this.bytes = bytes;
    this.volume = volume;
  }

  /** The reserve in a folder, on the file system that folder is on. */
  static Reserve in(Path file, long bytes) {
    Path folder = file.toAbsolutePath().getParent();
    return new Reserve(file, bytes, new FolderVolume(folder == null ? file : folder));
  }

  long bytes() {
    return bytes;
  }

  boolean isWhole() {
    return whole || bytes == 0;
  }

  /** Room beside the reserve; all the room there can be when it cannot be told. */
  long usableBytes() {
    try {
      return volume.usableBytes();
    } catch (IOException unknown) {
      return Long.MAX_VALUE / 2;
    }
  }

  /** Makes it whole when there is room for it and as much again; returns whether it is whole. */
  synchronized boolean fill() {
    if (isWhole()) {
      return true;
    }
    unwanted = false;
    try {
      long has = Files.exists(file) ? Files.size(file) : 0;
      if (has < bytes && usableBytes() < 2 * (bytes - has)) {
        return false;
      }
      if (has < bytes) {
        write();
      }
      whole = !unwanted;
      if (unwanted) {
        Files.deleteIfExists(file);
      }
    } catch (IOException noRoom) {
      delete();
    }
    return whole;
  }

  /** What it holds is not uniform: some file systems do not give room to uniform content. */
  private void write() throws IOException {
    Random random = new Random(bytes);
    byte[] content = new byte[BLOCK_BYTES];
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      for (long written = 0; written < bytes && !unwanted; ) {
        random.nextBytes(content);
        int length = (int) Math.min(content.length, bytes - written);
        written += channel.write(ByteBuffer.wrap(content, 0, length));
      }
      channel.force(true);
    }
  }

  /** Before the journal is opened, which takes some room itself: frees it when there is little. */
  void giveUpIfTight() {
    if (isTight()) {
      giveUp();
    }
  }

  boolean isTight() {
    return usableBytes() < TIGHT_BYTES;
  }

  /** Frees it; true when there was one. Does not wait for one that is being made. */
  boolean giveUp() {
    unwanted = true;
    boolean was = whole;
    whole = false;
    return delete() || was;
  }

  private boolean delete() {
    try {
      return Files.deleteIfExists(file);
    } catch (IOException stays) {
      return false; // it is found there, and used, at the next start
    }
  }
}
