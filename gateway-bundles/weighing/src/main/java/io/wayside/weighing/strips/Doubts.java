// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.strips;

import io.wayside.core.quality.Flags;
import io.wayside.weighing.motion.MotionFlags;
import java.util.ArrayDeque;
import java.util.Deque;

/** Stretches of samples that were lost or came with doubts; the last few. */
final class Doubts {

  private static final int MOST = 64;

  private final Deque<Stretch> stretches = new ArrayDeque<>();
  private long observedSince;

  private record Stretch(double from, double to, Flags flags) {}

  void add(long from, long to, Flags flags) {
    Stretch last = stretches.peekLast();
    if (last != null && last.flags.equals(flags) && last.to >= from) {
      stretches.removeLast();
      stretches.addLast(new Stretch(last.from, to, flags));
    } else {
      stretches.addLast(new Stretch(from, to, flags));
    }
    if (stretches.size() > MOST) {
      stretches.removeFirst();
    }
  }

  /** Nothing was seen from one sample to another. */
  void lost(long from, long to) {
    add(from, to, Flags.of(MotionFlags.SAMPLES_LOST));
  }

  /** What comes from here on is seen without a gap, as far as is known. */
  void observeFrom(long sample) {
    observedSince = sample;
  }

  /** Whether all since then was seen. */
  boolean observed(double since) {
    return since >= observedSince;
  }

  Flags between(double from, double to) {
    Flags flags = Flags.NONE;
    for (Stretch stretch : stretches) {
      if (stretch.to >= from && stretch.from <= to) {
        flags = flags.with(stretch.flags);
      }
    }
    return flags;
  }
}
