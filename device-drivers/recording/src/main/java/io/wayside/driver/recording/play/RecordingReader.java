// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.recording.play;

import io.wayside.core.device.SampleBlock;
import io.wayside.core.device.SampleStream.Channel;
import io.wayside.core.recording.CsvDecoder;
import io.wayside.core.recording.CsvOrigin;
import io.wayside.core.recording.Damage;
import io.wayside.core.recording.RecordingDecoder;
import io.wayside.core.recording.RecordingHead;
import io.wayside.core.recording.RecordingSink;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a recording from its file, a piece at a time. */
public final class RecordingReader implements AutoCloseable {

  private static final int PIECE_BYTES = 1 << 16;

  /**
   * A block of the file.
   *
   * @param anew whether another recording begins with it
   */
  record Item(SampleBlock block, boolean anew) {}

  private interface Decoder {
    void accept(byte[] bytes, int from, int to, RecordingSink sink);

    void finish(RecordingSink sink);
  }

  private final InputStream in;
  private final Decoder decoder;
  private final byte[] piece = new byte[PIECE_BYTES];
  private final ArrayDeque<Item> waiting = new ArrayDeque<>();
  private final Sink sink = new Sink();
  private @Nullable RecordingHead first;
  private @Nullable Damage damage;
  private long damages;
  private boolean ended;
  private boolean otherChannels;

  private RecordingReader(InputStream in, Decoder decoder) {
    this.in = in;
    this.decoder = decoder;
  }

  /**
   * Opens a file: CSV when its name ends with {@code .csv}, else binary.
   *
   * @param origin what a CSV file without a head does not say itself
   */
  public static RecordingReader open(Path file, CsvOrigin origin) throws IOException {
    boolean csv = String.valueOf(file.getFileName()).endsWith(".csv");
    Decoder decoder = csv ? csv(new CsvDecoder(origin)) : binary(new RecordingDecoder());
    return new RecordingReader(Files.newInputStream(file), decoder);
  }

  private static Decoder csv(CsvDecoder csv) {
    return new Decoder() {
      @Override
      public void accept(byte[] bytes, int from, int to, RecordingSink sink) {
        csv.accept(bytes, from, to, sink);
      }

      @Override
      public void finish(RecordingSink sink) {
        csv.finish(sink);
      }
    };
  }

  private static Decoder binary(RecordingDecoder binary) {
    return new Decoder() {
      @Override
      public void accept(byte[] bytes, int from, int to, RecordingSink sink) {
        binary.accept(bytes, from, to, sink);
      }

      @Override
      public void finish(RecordingSink sink) {
        binary.finish(sink);
      }
    };
  }

  /** The head, or null when there is none in all of the file. */
  public @Nullable RecordingHead head() throws IOException {
    while (first == null && !ended) {
      readPiece();
    }
    return first;
  }

  /** The next block, or null at the end. */
  @Nullable Item next() throws IOException {
    while (waiting.isEmpty() && !ended) {
      readPiece();
    }
    return waiting.poll();
  }

  private void readPiece() throws IOException {
    int count = in.read(piece);
    if (count < 0) {
      ended = true;
      decoder.finish(sink);
    } else {
      decoder.accept(piece, 0, count, sink);
    }
  }

  /** The first damage met so far. */
  public @Nullable Damage damage() {
    return damage;
  }

  public long damages() {
    return damages;
  }

  /** Whether a later recording of the file has other channels; it is not played. */
  boolean otherChannels() {
    return otherChannels;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private final class Sink implements RecordingSink {

    private boolean anew;

    @Override
    public void head(RecordingHead head) {
      RecordingHead before = first;
      if (before == null) {
        first = head;
      } else {
        List<Channel> offered = before.offered();
        otherChannels = otherChannels || !head.offered().equals(offered);
        anew = true;
      }
    }

    @Override
    public void block(SampleBlock block) {
      if (!otherChannels) {
        waiting.add(new Item(block, anew));
        anew = false;
      }
    }

    @Override
    public void damaged(Damage found) {
      damages++;
      if (damage == null) {
        damage = found;
      }
    }
  }
}
