// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.iio.timing;

import io.wayside.driver.iio.context.Batch;
import io.wayside.driver.iio.context.Batch.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Times from stamped scans: steps tell the rate and what was lost. */
final class ByStamps {

  /** Between adding noise and following the converter's drift. */
  private static final int MOST_POINTS = 64;

  private static final long WINDOW_NANOS = 2_000_000_000L;

  /** A step longer than this many intervals is a gap. */
  private static final double GAP = 1.5;

  /** A foreign clock that ran further than this beyond ours was set. */
  private static final long CLOCK_SET_NANOS = 1_000_000_000L;

  private final Numbers numbers;
  private final double nominalNanos;
  private final Line line = new Line(MOST_POINTS, WINDOW_NANOS);
  private final ClockOffset offset = new ClockOffset();
  private long index;
  private long lastStamp;
  private long lastArrival;
  private boolean started;

  ByStamps(Numbers numbers, double nominalNanos) {
    this.numbers = numbers;
    this.nominalNanos = nominalNanos;
  }

  /** Stamps that come in bunches say when a FIFO was emptied, not when samples were taken. */
  static boolean areUseless(long[] times) {
    int stuck = 0;
    for (int i = 1; i < times.length; i++) {
      stuck += times[i] <= times[i - 1] ? 1 : 0;
    }
    return stuck > times.length / 10;
  }

  void restart() {
    line.clear();
    offset.restart();
    started = false;
  }

  List<Stretch> place(Batch batch) {
    long[] times = batch.times();
    List<Stretch> stretches = new ArrayList<>();
    double typical = typicalStep(times);
    int from = 0;
    for (int i = 0; i < times.length; i++) {
      if (started || i > 0) {
        long before = i == 0 ? lastStamp : times[i - 1];
        long step = times[i] - before;
        if (step <= 0 || step > GAP * typical) {
          end(from, i, batch, stretches);
          from = i;
          lost(step, typical, batch);
        }
      }
      line.add(index++, times[i]);
    }
    started = true;
    lastStamp = times[times.length - 1];
    lastArrival = batch.arrivedNanos();
    end(from, times.length, batch, stretches);
    return stretches;
  }

  private void lost(long step, double typical, Batch batch) {
    line.clear();
    boolean ours = batch.clock() == Clock.OURS;
    long passed = batch.arrivedNanos() - lastArrival;
    boolean wasSet = step <= 0 || (!ours && started && step > passed + CLOCK_SET_NANOS);
    if (wasSet) {
      offset.restart();
      numbers.skip(1);
    } else {
      numbers.skip(Math.max(1, Math.round(step / typical) - 1));
    }
  }

  private void end(int from, int to, Batch batch, List<Stretch> stretches) {
    if (from == to) {
      return;
    }
    numbers.interval(line.slope());
    if (Double.isNaN(numbers.intervalNanos())) {
      return; // a single sample tells no rate
    }
    long[] times = batch.times();
    double shift = 0;
    if (batch.clock() == Clock.THEIRS) {
      shift = offset.update(times[to - 1], batch.arrivedNanos());
    }
    stretches.add(numbers.stretch(from, to, times[from] + shift));
  }

  private double typicalStep(long[] times) {
    if (!Double.isNaN(numbers.intervalNanos())) {
      return numbers.intervalNanos();
    }
    if (times.length < 3) {
      return nominalNanos;
    }
    long[] steps = new long[times.length - 1];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = times[i + 1] - times[i];
    }
    Arrays.sort(steps);
    return Math.max(1, steps[steps.length / 2]);
  }
}
