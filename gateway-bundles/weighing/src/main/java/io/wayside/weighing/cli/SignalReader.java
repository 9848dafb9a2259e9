// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.cli;

import io.wayside.core.recording.CsvDecoder;
import io.wayside.core.recording.CsvOrigin;
import io.wayside.core.recording.RecordingDecoder;
import io.wayside.core.recording.RecordingSink;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalDouble;

/** Feeds a recording, binary or CSV, to a sink; tells them apart by the first byte. */
final class SignalReader {

  private static final int PIECE = 1 << 16;

  private interface Decoder {
    void accept(byte[] bytes, int from, int to, RecordingSink sink);

    void finish(RecordingSink sink);
  }

  private final String name;
  private final InputStream in;
  private final VehicleLines lines;
  private final Decoder decoder;
  private final byte[] piece = new byte[PIECE];

  SignalReader(String name, InputStream in, OptionalDouble rateHz, VehicleLines lines)
      throws IOException {
    this.name = name;
    this.in = in;
    this.lines = lines;
    in.mark(1);
    int first = in.read();
    in.reset();
    this.decoder = first == RecordingDecoder.FIRST_BYTE ? binary() : csv(rateHz);
  }

  private static Decoder binary() {
    RecordingDecoder decoder = new RecordingDecoder();
    return new Decoder() {
      @Override
      public void accept(byte[] bytes, int from, int to, RecordingSink sink) {
        decoder.accept(bytes, from, to, sink);
      }

      @Override
      public void finish(RecordingSink sink) {
        decoder.finish(sink);
      }
    };
  }

  private static Decoder csv(OptionalDouble rateHz) {
    CsvDecoder decoder = new CsvDecoder(new CsvOrigin("csv", Instant.EPOCH, rateHz, Map.of()));
    return new Decoder() {
      @Override
      public void accept(byte[] bytes, int from, int to, RecordingSink sink) {
        decoder.accept(bytes, from, to, sink);
      }

      @Override
      public void finish(RecordingSink sink) {
        decoder.finish(sink);
      }
    };
  }

  /** Reads until the instrument is known; fails when the input ends before. */
  void readHead() throws IOException, Wrong {
    while (!lines.isReady()) {
      if (!readPiece()) {
        throw new Wrong(
            name
                + ": no recording: "
                + lines.firstDamage().orElse("it has no head and no samples"));
      }
    }
  }

  void readAll() throws IOException, Wrong {
    boolean more = true;
    while (more) {
      more = readPiece();
    }
  }

  private boolean readPiece() throws IOException, Wrong {
    int read = in.read(piece);
    if (read < 0) {
      decoder.finish(lines);
    } else {
      decoder.accept(piece, 0, read, lines);
    }
    lines.rethrow();
    return read >= 0;
  }
}
