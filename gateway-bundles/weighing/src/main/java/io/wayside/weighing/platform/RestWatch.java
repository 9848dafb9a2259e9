// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.platform;

import java.util.ArrayDeque;
import java.util.Deque;

/** Whether indications agree within one interval for long enough: then the load is at rest. */
final class RestWatch {

  private record At(double seconds, double value) {}

  private final double band;
  private final double forS;
  private final Deque<At> window = new ArrayDeque<>();
  private double heardSince = Double.NaN;

  RestWatch(double band, double forS) {
    this.band = band;
    this.forS = forS;
  }

  void restart() {
    window.clear();
    heardSince = Double.NaN;
  }

  boolean atRest(double seconds, double value) {
    heardSince = Double.isNaN(heardSince) ? seconds : heardSince;
    window.addLast(new At(seconds, value));
    while (seconds - window.getFirst().seconds() > forS) {
      window.removeFirst();
    }
    if (seconds - heardSince < forS) {
      return false;
    }
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (At each : window) {
      least = Math.min(least, each.value());
      most = Math.max(most, each.value());
    }
    return most - least <= band;
  }
}
