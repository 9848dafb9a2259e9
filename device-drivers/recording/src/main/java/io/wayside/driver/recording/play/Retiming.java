// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.recording.play;

import io.wayside.core.device.SampleBlock;
import io.wayside.core.quality.Flag;

/**
 * Moves the blocks of a recording to now. Within a recording distances in time and in number stay
 * as they were. Where it begins anew, the signal goes on at once and the sequence jumps by one.
 */
final class Retiming {

  /** The samples were taken at another time than they say. */
  static final Flag REPLAYED = new Flag("replayed");

  private final long startNanos;
  private boolean started;
  private boolean seam;
  private long shiftNanos;
  private long shiftSequence;
  private long nextSequence;
  private double lastNanos;

  /** The first sample is played at this moment. */
  Retiming(long startNanos) {
    this.startNanos = startNanos;
  }

  /** What follows did not follow when it was recorded. */
  void seam() {
    seam = started;
  }

  SampleBlock next(SampleBlock recorded) {
    if (!started) {
      started = true;
      shiftNanos = startNanos - recorded.firstMonotonicNanos();
      shiftSequence = -recorded.sequence();
    } else if (seam || recorded.firstMonotonicNanos() + shiftNanos <= lastNanos) {
      seam = false;
      long first = Math.round(lastNanos + recorded.intervalNanos());
      shiftNanos = first - recorded.firstMonotonicNanos();
      shiftSequence = nextSequence + 1 - recorded.sequence();
    } else if (recorded.sequence() + shiftSequence < nextSequence) {
      shiftSequence = nextSequence + 1 - recorded.sequence();
    }
    long first = recorded.firstMonotonicNanos() + shiftNanos;
    long sequence = recorded.sequence() + shiftSequence;
    lastNanos = first + (recorded.length() - 1) * recorded.intervalNanos();
    nextSequence = sequence + recorded.length();
    return new SampleBlock(
        first,
        recorded.intervalNanos(),
        sequence,
        recorded.samples(),
        recorded.flags().with(REPLAYED));
  }

  /** When a block is complete if it is played at this speed; right now when that is 0. */
  long dueNanos(SampleBlock played, double speed) {
    if (speed == 0) {
      return Long.MIN_VALUE;
    }
    double end =
        played.firstMonotonicNanos() - startNanos + played.length() * played.intervalNanos();
    return startNanos + Math.round(end / speed);
  }
}
