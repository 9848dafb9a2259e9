// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.platform;

import io.wayside.core.quality.Flags;
import io.wayside.weighing.motion.MotionFlags;
import java.util.List;

/**
 * Which way the load travelled, where cells at both ends tell where its centre is: forwards it
 * moves from front to rear while no axle comes or goes.
 */
final class Travel {

  /** The centre moves back by less through oscillation and noise. */
  private static final double BACKWARDS_SHARE = 0.10;

  private static final double SMOOTH_S = 0.15;

  private Travel() {}

  static Flags doubts(List<Footing> axles, double[] total, double[] rear, double dt) {
    int smooth = (int) Math.max(1, Math.round(SMOOTH_S / dt));
    boolean forwards = false;
    boolean backwards = false;
    double[] edges =
        axles.stream()
            .flatMapToDouble(axle -> java.util.stream.DoubleStream.of(axle.onS(), axle.offS()))
            .sorted()
            .toArray();
    for (int e = 0; e + 1 < edges.length; e++) {
      int from = (int) Math.ceil(edges[e] / dt) + 2 * smooth;
      int to = Math.min(total.length, (int) Math.floor(edges[e + 1] / dt) - 2 * smooth);
      if (to - from < 2 * smooth || total[(from + to) / 2] < 0.2 * largest(total)) {
        continue;
      }
      double highest = Double.NEGATIVE_INFINITY;
      double lowest = Double.POSITIVE_INFINITY;
      for (int i = from; i + smooth <= to; i += smooth) {
        double all = 0;
        double back = 0;
        for (int k = i; k < i + smooth; k++) {
          all += total[k];
          back += rear[k];
        }
        double place = back / all;
        highest = Math.max(highest, place);
        lowest = Math.min(lowest, place);
        backwards |= highest - place > BACKWARDS_SHARE;
        forwards |= place - lowest > BACKWARDS_SHARE;
      }
    }
    if (backwards) {
      return Flags.of(forwards ? MotionFlags.REVERSED : MotionFlags.WRONG_WAY);
    }
    return Flags.NONE;
  }

  private static double largest(double[] total) {
    double largest = 0;
    for (double each : total) {
      largest = Math.max(largest, each);
    }
    return largest;
  }
}
