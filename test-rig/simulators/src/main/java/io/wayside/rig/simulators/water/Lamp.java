// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.water;

import java.util.List;

/** A lamp with a rhythm; when it is lit is asked of it edge by edge. */
final class Lamp {

  private final List<Integer> phasesMs;
  private final long periodMs;

  /** With light and dark in turn, light first. */
  Lamp(List<Integer> phasesMs) {
    this.phasesMs = phasesMs;
    this.periodMs = phasesMs.stream().mapToLong(Integer::longValue).sum();
  }

  boolean litAt(long millis) {
    long within = Math.floorMod(millis, periodMs);
    for (int phase = 0; phase < phasesMs.size(); phase++) {
      if (within < phasesMs.get(phase)) {
        return phase % 2 == 0;
      }
      within -= phasesMs.get(phase);
    }
    return false;
  }

  /** The next time after this one at which it may change. */
  long nextChange(long millis) {
    long within = Math.floorMod(millis, periodMs);
    long start = millis - within;
    long sum = 0;
    for (int phase : phasesMs) {
      sum += phase;
      if (sum > within) {
        return start + sum;
      }
    }
    return start + periodMs;
  }

  /** Share of the time in which it is lit. */
  double duty() {
    long lit = 0;
    for (int phase = 0; phase < phasesMs.size(); phase += 2) {
      lit += phasesMs.get(phase);
    }
    return (double) lit / periodMs;
  }
}
