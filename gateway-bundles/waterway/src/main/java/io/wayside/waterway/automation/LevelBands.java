// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.automation;

import java.util.List;
import java.util.OptionalInt;

/**
 * In which band a level is. It goes up as soon as the level reaches a band, and down only when it
 * has fallen below it by the hysteresis. A level that was away for too long begins anew. Times are
 * monotonic nanoseconds; not for several threads.
 */
final class LevelBands {

  private final double[] fromM;
  private final double hysteresisM;
  private final SteadyLevel level;
  private int at;

  /**
   * @param bands in ascending order, the first without a lower end
   */
  LevelBands(List<Band> bands, double hysteresisM, SteadyLevel level) {
    this.fromM = bands.stream().mapToDouble(Band::fromM).toArray();
    this.hysteresisM = hysteresisM;
    this.level = level;
  }

  void heard(double readM, long nanos) {
    boolean anew = level.at(nanos).isEmpty();
    if (!level.hear(readM, nanos)) {
      return;
    }
    if (anew) {
      at = 0;
    }
    double levelM = level.at(nanos).orElseThrow();
    while (at + 1 < fromM.length && levelM >= fromM[at + 1]) {
      at++;
    }
    while (at > 0 && levelM < fromM[at] - hysteresisM) {
      at--;
    }
  }

  /** Empty while there is no level. */
  OptionalInt band(long nowNanos) {
    return level.at(nowNanos).isPresent() ? OptionalInt.of(at) : OptionalInt.empty();
  }

  SteadyLevel level() {
    return level;
  }
}
