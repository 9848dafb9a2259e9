// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.automation;

import java.util.List;
import java.util.OptionalInt;

/**
 * In which band a level is. It goes up as soon as the level reaches a band, and down only when it
 * has fallen below it by the hysteresis. A gauge that was silent for too long begins anew. Times
 * are monotonic nanoseconds; not for several threads.
 */
public final class LevelBands {

  private final double[] fromM;
  private final double hysteresisM;
  private final long staleNanos;
  private boolean known;
  private int at;
  private long heardNanos;

  /**
   * @param bands in ascending order, the first without a lower end
   */
  public LevelBands(List<Band> bands, double hysteresisM, long staleNanos) {
    this.fromM = bands.stream().mapToDouble(Band::fromM).toArray();
    this.hysteresisM = hysteresisM;
    this.staleNanos = staleNanos;
  }

  /** A reading; one that is no number is none. */
  public void heard(double levelM, long nanos) {
    if (!Double.isFinite(levelM)) {
      return;
    }
    if (band(nanos).isEmpty()) {
      at = 0;
    }
    known = true;
    heardNanos = nanos;
    while (at + 1 < fromM.length && levelM >= fromM[at + 1]) {
      at++;
    }
    while (at > 0 && levelM < fromM[at] - hysteresisM) {
      at--;
    }
  }

  /** Empty while the gauge is silent. */
  public OptionalInt band(long nowNanos) {
    return known && nowNanos - heardNanos <= staleNanos ? OptionalInt.of(at) : OptionalInt.empty();
  }
}
