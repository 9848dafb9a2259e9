// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.iio.context;

import io.wayside.driver.iio.context.Batch.Clock;
import io.wayside.driver.iio.scan.ScanLayout;
import java.util.List;

/** Turns the bytes of scans into batches. */
public final class Scans {

  private final List<Wanted> channels;
  private final List<Scaling> scalings;
  private final ScanLayout layout;
  private final Clock clock;

  public Scans(List<Wanted> channels, List<Scaling> scalings, ScanLayout layout, Clock clock) {
    this.channels = List.copyOf(channels);
    this.scalings = List.copyOf(scalings);
    this.layout = layout;
    this.clock = layout.hasTimestamps() ? clock : Clock.NONE;
  }

  /** Bytes of one scan. */
  public int bytes() {
    return layout.bytes();
  }

  public Batch batch(byte[] scans, int count, long arrivedNanos) {
    double[][] values = new double[channels.size()][];
    for (int c = 0; c < values.length; c++) {
      Wanted wanted = channels.get(c);
      values[c] = scalings.get(c).apply(layout.values(wanted.id(), wanted.which(), scans, count));
    }
    long[] times = clock == Clock.NONE ? new long[0] : layout.timestamps(scans, count);
    return new Batch(values, times, clock, arrivedNanos);
  }
}
