// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.disk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A file: what of it is durable, and the changes since. */
final class StoredFile {

  /** What a disk writes whole or not at all, in bytes. */
  static final int SECTOR = 512;

  /** A write, or a truncation when there are no bytes. */
  @SuppressWarnings("ArrayRecordComponent") // applied in order, never compared
  private record Change(int entry, long at, byte @Nullable [] bytes) {}

  private final Content durable = new Content();
  private final List<Change> pending = new ArrayList<>();

  StoredFile(byte[] content) {
    durable.write(0, content, 0, content.length);
  }

  void written(int entry, long offset, byte[] bytes) {
    pending.add(new Change(entry, offset, bytes));
  }

  void truncated(int entry, long size) {
    pending.add(new Change(entry, size, null));
  }

  /** What was changed before this entry is durable. */
  void synced(long begun) {
    int done = 0;
    while (done < pending.size() && pending.get(done).entry < begun) {
      apply(durable, pending.get(done));
      done++;
    }
    pending.subList(0, done).clear();
  }

  /** The content after a cut. */
  byte[] after(Survival survival, Random random) {
    Content content = durable.copy();
    int whole = survival == Survival.FIRST ? random.nextInt(pending.size() + 1) : 0;
    for (int i = 0; i < pending.size(); i++) {
      Change change = pending.get(i);
      switch (survival) {
        case ALL -> apply(content, change);
        case NONE -> {}
        case FIRST -> {
          if (i < whole) {
            apply(content, change);
          } else if (i == whole) {
            applyStart(content, change, random);
          }
        }
        case SOME_CHANGES -> {
          if (random.nextBoolean()) {
            apply(content, change);
          }
        }
        case SOME_SECTORS, GARBAGE -> applySectors(content, change, survival, random);
      }
    }
    return content.bytes();
  }

  private static void apply(Content content, Change change) {
    if (change.bytes == null) {
      content.truncate(change.at);
    } else {
      content.write(change.at, change.bytes, 0, change.bytes.length);
    }
  }

  private static void applyStart(Content content, Change change, Random random) {
    byte[] bytes = change.bytes;
    if (bytes == null) {
      return;
    }
    int sectors = random.nextInt(bytes.length / SECTOR + 1);
    long end = (change.at / SECTOR + sectors) * SECTOR;
    content.write(change.at, bytes, 0, (int) Math.max(0, Math.min(bytes.length, end - change.at)));
  }

  private static void applySectors(
      Content content, Change change, Survival survival, Random random) {
    byte[] bytes = change.bytes;
    if (bytes == null) {
      if (random.nextBoolean()) {
        content.truncate(change.at);
      }
      return;
    }
    int from = 0;
    while (from < bytes.length) {
      long sectorEnd = ((change.at + from) / SECTOR + 1) * SECTOR;
      int to = (int) Math.min(bytes.length, sectorEnd - change.at);
      int dice = random.nextInt(8);
      if (survival == Survival.GARBAGE && dice == 0) {
        byte[] noise = new byte[to - from];
        random.nextBytes(noise);
        content.write(change.at + from, noise, 0, noise.length);
      } else if (dice < 4) {
        content.write(change.at + from, bytes, from, to - from);
      }
      from = to;
    }
  }

  /** Bytes that grow. */
  private static final class Content {
    private byte[] bytes = new byte[0];
    private int size;

    void write(long offset, byte[] from, int first, int length) {
      if (length == 0) {
        return;
      }
      int end = Math.toIntExact(offset + length);
      if (end > bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.max(end, bytes.length + bytes.length / 2));
      }
      System.arraycopy(from, first, bytes, (int) offset, length);
      size = Math.max(size, end);
    }

    void truncate(long newSize) {
      int to = Math.toIntExact(newSize);
      if (to > bytes.length) {
        bytes = Arrays.copyOf(bytes, to);
      }
      if (to < size) {
        Arrays.fill(bytes, to, size, (byte) 0);
      }
      size = to;
    }

    Content copy() {
      Content copy = new Content();
      copy.bytes = Arrays.copyOf(bytes, size);
      copy.size = size;
      return copy;
    }

    byte[] bytes() {
      return Arrays.copyOf(bytes, size);
    }
  }
}
