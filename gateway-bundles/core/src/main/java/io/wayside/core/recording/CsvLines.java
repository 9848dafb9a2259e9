// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.recording;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Cuts bytes into lines of bounded length; line ends are LF or CR LF. */
final class CsvLines {

  /** A line of the head may hold a long text; a row of 256 channels has 7 kB. */
  static final int LONGEST = 1 << 18;

  /** Takes lines with their places in the file. */
  interface Sink {
    void line(String line, long atByte, long bytes);

    void tooLong(long atByte, long bytes);
  }

  private byte[] line = new byte[256];
  private long count; // bytes of the line, of which at most LONGEST are kept
  private long startedAt;

  void accept(byte[] bytes, int from, int to, Sink sink) {
    for (int i = from; i < to; i++) {
      if (bytes[i] == '\n') {
        end(1, sink);
      } else {
        add(bytes[i]);
      }
    }
  }

  void finish(Sink sink) {
    if (count > 0) {
      end(0, sink);
    }
  }

  private void add(byte next) {
    if (count < LONGEST) {
      if (count == line.length) {
        line = Arrays.copyOf(line, Math.min(LONGEST, 2 * line.length));
      }
      line[(int) count] = next;
    }
    count++;
  }

  private void end(int lineEnd, Sink sink) {
    long at = startedAt;
    long length = count;
    startedAt += length + lineEnd;
    count = 0;
    if (length > LONGEST) {
      sink.tooLong(at, length + lineEnd);
    } else {
      int kept = (int) length;
      if (kept > 0 && line[kept - 1] == '\r') {
        kept--;
      }
      sink.line(new String(line, 0, kept, StandardCharsets.UTF_8), at, length + lineEnd);
    }
  }
}
