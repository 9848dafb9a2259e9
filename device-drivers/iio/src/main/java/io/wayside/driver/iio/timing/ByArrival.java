// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.iio.timing;

import io.wayside.driver.iio.context.Batch;
import java.util.List;

/** Times from arrival alone: a line through the arrivals, lowered until none came early. */
final class ByArrival {

  private static final int MOST_POINTS = 256;
  private static final long WINDOW_NANOS = 30_000_000_000L;

  /** A rate from fewer arrivals, or a shorter time, is a guess. */
  private static final int LEAST_POINTS = 4;

  private static final long LEAST_SPAN_NANOS = 300_000_000L;

  /** So many arrivals later than this were not delayed: samples are missing. */
  private static final int LATE_ARRIVALS = 8;

  private static final double LATE_NANOS = 20e6;
  private static final double LATE_SAMPLES = 20;

  private final Numbers numbers;
  private final Line line = new Line(MOST_POINTS, WINDOW_NANOS);
  private long index;
  private int late;
  private double leastLateNanos;

  ByArrival(Numbers numbers) {
    this.numbers = numbers;
  }

  void restart() {
    line.clear();
    late = 0;
  }

  List<Stretch> place(Batch batch) {
    int count = batch.length();
    long last = index + count - 1;
    if (line.count() >= LEAST_POINTS && missing(last, batch.arrivedNanos())) {
      long lost = Math.round(leastLateNanos / numbers.intervalNanos());
      numbers.skip(lost);
      index += lost;
      last += lost;
      restart();
    }
    if (late == 0) {
      line.add(last, batch.arrivedNanos());
    }
    if (line.count() >= LEAST_POINTS && line.spanNanos() >= LEAST_SPAN_NANOS) {
      numbers.interval(line.slope());
    }
    long first = index;
    index += count;
    double interval = numbers.intervalNanos();
    return Double.isNaN(interval)
        ? List.of()
        : List.of(numbers.stretch(0, count, line.lowest(first, interval)));
  }

  /** Whether the last arrivals all were late, by which the least late one is the shortest. */
  private boolean missing(long last, long arrivedNanos) {
    double interval = numbers.intervalNanos();
    if (Double.isNaN(interval)) {
      return false;
    }
    double lateNanos = arrivedNanos - line.lowest(last, interval);
    if (lateNanos <= Math.max(LATE_NANOS, LATE_SAMPLES * interval)) {
      late = 0;
      return false;
    }
    leastLateNanos = late == 0 ? lateNanos : Math.min(leastLateNanos, lateNanos);
    late++;
    return late >= LATE_ARRIVALS;
  }
}
