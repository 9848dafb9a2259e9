// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.recording;

import io.wayside.core.device.SampleBlock;
import io.wayside.core.quality.Flags;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gathers rows into blocks. Rows under a declared block have its times; others have those of their
 * column, or the nominal ones. Where a row is missing, a block ends and the sequence jumps.
 */
final class CsvBlocks {

  /** Bounds memory and delay: a second of a fast converter. */
  static final int MOST_ROWS = 1024;

  /** What a block mark said. */
  record Declared(long firstNanos, double intervalNanos, long sequence, Flags flags) {}

  private final RecordingHead head;
  private final double nominalNanos;
  private final List<double[]> rows = new ArrayList<>();
  private @Nullable Declared declared;
  private long next; // sequence of the next row; under a declared block its index
  private double firstNanos = Double.NaN;
  private double lastNanos = Double.NaN;
  private double resolutionNanos = Double.POSITIVE_INFINITY;

  CsvBlocks(RecordingHead head) {
    this.head = head;
    this.nominalNanos = 1e9 / head.nominalRateHz();
  }

  boolean isDeclared() {
    return declared != null;
  }

  void begin(Declared block, RecordingSink sink) {
    flush(sink);
    declared = block;
    next = 0;
  }

  /**
   * Goes on with the times of the column.
   *
   * @return the time of the last row
   */
  double undeclare(RecordingSink sink) {
    flush(sink);
    if (declared != null) {
      long began = declared.firstNanos() - head.startMonotonicNanos();
      lastNanos = began + (next - 1) * declared.intervalNanos();
      next += declared.sequence();
      declared = null;
    }
    return lastNanos;
  }

  /** A row that cannot be read took its place in time all the same. */
  void lost(RecordingSink sink) {
    flush(sink);
    if (declared != null || Double.isNaN(lastNanos)) {
      next++; // else the times will tell
    }
  }

  void row(CsvRow row, RecordingSink sink) {
    if (declared == null && !Double.isNaN(row.timeNanos())) {
      at(row, sink);
    }
    rows.add(row.values());
    next++;
    if (rows.size() == MOST_ROWS) {
      flush(sink);
    }
  }

  private void at(CsvRow row, RecordingSink sink) {
    resolutionNanos = Math.min(resolutionNanos, row.resolutionNanos());
    double step = row.timeNanos() - lastNanos;
    // Rounding to the last decimal lengthens a step by up to one of it.
    if (step > nominalNanos + Math.max(0.5 * nominalNanos, resolutionNanos)) {
      flush(sink);
      next += Math.max(1, Math.round(step / nominalNanos)) - 1;
    }
    if (rows.isEmpty()) {
      firstNanos = row.timeNanos();
    }
    lastNanos = row.timeNanos();
  }

  void flush(RecordingSink sink) {
    if (rows.isEmpty()) {
      return;
    }
    double[][] samples = new double[head.channels().size()][rows.size()];
    for (int i = 0; i < rows.size(); i++) {
      for (int c = 0; c < samples.length; c++) {
        samples[c][i] = rows.get(i)[c];
      }
    }
    long first = next - rows.size();
    rows.clear();
    sink.block(declared == null ? free(first, samples) : under(declared, first, samples));
  }

  private static SampleBlock under(Declared declared, long index, double[][] samples) {
    return new SampleBlock(
        declared.firstNanos() + Math.round(index * declared.intervalNanos()),
        declared.intervalNanos(),
        declared.sequence() + index,
        samples,
        declared.flags());
  }

  private SampleBlock free(long sequence, double[][] samples) {
    boolean timed = !Double.isNaN(lastNanos);
    double from = timed ? firstNanos : sequence * nominalNanos;
    int steps = samples[0].length - 1;
    boolean measured = timed && steps > 0 && lastNanos > firstNanos;
    double interval = measured ? (lastNanos - firstNanos) / steps : nominalNanos;
    return new SampleBlock(
        head.startMonotonicNanos() + Math.round(from), interval, sequence, samples, Flags.NONE);
  }
}
