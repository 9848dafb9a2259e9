// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.rhythm;

import io.wayside.waterway.light.Rhythm;
import io.wayside.waterway.light.Run;
import java.util.List;

/**
 * How well what was seen agrees with a list.
 *
 * @param share of the time that follows the list, 0 to 1
 * @param offMs how far light and dark are from their nearest length in the list, on average
 */
public record Fit(double share, double offMs) {

  private static final double MS = 1e6;

  /** Of runs without a gap; runs whose beginning or end was not seen count for nothing. */
  static Fit of(List<Lasted> runs, Rhythm list, Tolerance tolerance, long samplingNanos) {
    Chain chain = new Chain(list, tolerance);
    long period = list.periodMs() * 1_000_000L;
    long all = 0;
    long following = 0;
    double off = 0;
    int whole = 0;
    long before = 0;
    for (Lasted run : runs) {
      if (run.whole()) {
        off += offMs(run, list);
        all += run.nanos();
        whole++;
      }
      boolean follows = chain.hear(run, samplingNanos);
      if (!follows) {
        following += before >= period ? before : 0;
      }
      before = chain.nanos();
    }
    following += before >= period ? before : 0;
    return whole == 0 ? new Fit(0, 0) : new Fit(Math.min(1, (double) following / all), off / whole);
  }

  private static double offMs(Lasted run, Rhythm list) {
    double nearest = Double.MAX_VALUE;
    for (Run wanted : list.runs()) {
      if (wanted.lit() == run.lit()) {
        nearest = Math.min(nearest, Math.abs(run.nanos() / MS - wanted.millis()));
      }
    }
    return Math.min(nearest, run.nanos() / MS);
  }
}
