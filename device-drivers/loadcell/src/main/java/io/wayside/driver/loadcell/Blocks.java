// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.loadcell;

import io.wayside.core.device.SampleBlock;
import io.wayside.core.quality.Flag;
import io.wayside.core.quality.Flags;
import io.wayside.driver.loadcell.chip.Counts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Makes blocks of samples. Times are those at which the samples were seen to be ready; a missed one
 * ends a block and is a jump in the numbers. Pure.
 */
final class Blocks {

  private final double nominalIntervalNanos;
  private final double unitsPerCount;
  private final double offsetCounts;
  private final Period period = new Period();
  private final long[] timesNanos;
  private final double[] values;
  private Flags flags = Flags.NONE;
  private int filled;
  private long nextSequence;
  private long lastNanos;
  private boolean continues;

  Blocks(int length, double nominalHz, double unitsPerCount, double offsetCounts) {
    this.nominalIntervalNanos = 1e9 / nominalHz;
    this.unitsPerCount = unitsPerCount;
    this.offsetCounts = offsetCounts;
    this.timesNanos = new long[length];
    this.values = new double[length];
  }

  /** The signal begins anew; samples of a block that was not full are given back. */
  List<SampleBlock> interrupted() {
    List<SampleBlock> rest = new ArrayList<>();
    flush(rest);
    continues = false;
    period.forget();
    return rest;
  }

  /** Takes a sample; returns the blocks that are complete by it, none, one or two. */
  List<SampleBlock> take(long nanos, int counts) {
    List<SampleBlock> complete = new ArrayList<>();
    if (continues) {
      long missed = period.missedIn(nanos - lastNanos);
      if (missed > 0) {
        flush(complete);
        nextSequence += missed;
      }
    }
    add(nanos, counts);
    if (filled == values.length) {
      flush(complete);
    }
    return complete;
  }

  private void add(long nanos, int counts) {
    timesNanos[filled] = nanos;
    values[filled] = (counts + offsetCounts) * unitsPerCount;
    filled++;
    if (counts == Counts.MOST || counts == Counts.LEAST) {
      flags = flags.with(Flag.OUT_OF_RANGE);
    }
    lastNanos = nanos;
    continues = true;
  }

  private void flush(List<SampleBlock> complete) {
    if (filled == 0) {
      return;
    }
    double interval =
        filled > 1
            ? (double) (timesNanos[filled - 1] - timesNanos[0]) / (filled - 1)
            : measuredNanos();
    double[][] samples = {Arrays.copyOf(values, filled)};
    complete.add(new SampleBlock(timesNanos[0], interval, nextSequence, samples, flags));
    nextSequence += filled;
    filled = 0;
    flags = Flags.NONE;
  }

  /** Where a single sample has no neighbour in its block. */
  private double measuredNanos() {
    double median = period.medianNanos();
    return Double.isNaN(median) ? nominalIntervalNanos : median;
  }

  /** The measured rate; NaN while it is not known. */
  double rateHz() {
    return 1e9 / period.medianNanos();
  }
}
