// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.recording.tap;

import io.wayside.core.device.SampleBlock;
import io.wayside.core.recording.RecordingEncoder;
import io.wayside.core.recording.RecordingHead;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Writes blocks into one file after another, within the bounds of size, duration and all files. */
final class RotatingFile implements AutoCloseable {

  /** Damage to a head costs at most so many blocks. */
  private static final int BLOCKS_PER_HEAD = 256;

  /**
   * How much may be kept.
   *
   * @param fileBytes of one file
   * @param fileNanos of samples in one file
   * @param totalBytes of all files
   * @param keepFreeBytes on the disk, for others
   */
  record Bounds(long fileBytes, long fileNanos, long totalBytes, long keepFreeBytes) {}

  /** Makes the head of a file that begins with a block. */
  interface Heads {
    RecordingHead head(SampleBlock first);
  }

  /** A file in the making. */
  private record Open(Path path, FileChannel channel, RecordingEncoder encoder, long firstNanos) {}

  private final RecordingFolder folder;
  private final Bounds bounds;
  private final Heads heads;
  private @Nullable Open open;
  private long bytes;
  private long blocks;
  private int deleted;

  RotatingFile(RecordingFolder folder, Bounds bounds, Heads heads) {
    this.folder = folder;
    this.bounds = bounds;
    this.heads = heads;
  }

  void write(SampleBlock block) throws IOException {
    Open file = fileFor(block);
    int most = file.encoder().mostSamples();
    for (int from = 0; from < block.length(); from += most) {
      if (blocks > 0 && blocks % BLOCKS_PER_HEAD == 0) {
        put(file, file.encoder().head());
      }
      put(file, file.encoder().block(part(block, from, most)));
      blocks++;
    }
  }

  private Open fileFor(SampleBlock block) throws IOException {
    Open file = open;
    boolean full =
        file != null
            && (bytes >= bounds.fileBytes()
                || block.firstMonotonicNanos() - file.firstNanos() >= bounds.fileNanos());
    if (full) {
      close();
    }
    if (file == null || full) {
      file = begin(block);
      open = file;
    }
    return file;
  }

  private Open begin(SampleBlock first) throws IOException {
    RecordingHead head = heads.head(first);
    Path path = folder.next(head.startedAt());
    deleted += folder.makeRoom(path, bounds.totalBytes(), bounds.fileBytes());
    long missing = bounds.keepFreeBytes() + bounds.fileBytes() - folder.freeBytes();
    if (missing > 0) {
      deleted += folder.makeRoom(path, Math.max(0, folder.totalBytes() - missing), 0);
      if (folder.freeBytes() < bounds.keepFreeBytes() + bounds.fileBytes()) {
        throw new IOException(
            "the disk has less than " + bounds.keepFreeBytes() + " bytes to spare");
      }
    }
    FileChannel channel =
        FileChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
    RecordingEncoder encoder = new RecordingEncoder(head);
    Open file = new Open(path, channel, encoder, first.firstMonotonicNanos());
    bytes = 0;
    blocks = 0;
    put(file, encoder.head());
    return file;
  }

  private void put(Open file, byte[] chunk) throws IOException {
    ByteBuffer out = ByteBuffer.wrap(chunk);
    while (out.hasRemaining()) {
      bytes += file.channel().write(out);
    }
  }

  private static SampleBlock part(SampleBlock block, int from, int most) {
    if (from == 0 && block.length() <= most) {
      return block;
    }
    int to = Math.min(block.length(), from + most);
    double[][] samples = new double[block.samples().length][];
    for (int c = 0; c < samples.length; c++) {
      samples[c] = Arrays.copyOfRange(block.samples()[c], from, to);
    }
    return new SampleBlock(
        block.firstMonotonicNanos() + Math.round(from * block.intervalNanos()),
        block.intervalNanos(),
        block.sequence() + from,
        samples,
        block.flags());
  }

  /** The file being written, or null. */
  @Nullable Path current() {
    Open file = open;
    return file == null ? null : file.path();
  }

  /** Files deleted for room. */
  int deleted() {
    return deleted;
  }

  /** Ends the file, which is on the disk then. */
  @Override
  public void close() throws IOException {
    Open file = open;
    open = null;
    if (file != null) {
      try (FileChannel channel = file.channel()) {
        channel.force(true);
      }
    }
  }
}
