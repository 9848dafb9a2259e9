// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.light;

import java.util.ArrayList;
import java.util.List;

/**
 * What the flasher of a lantern can be set to.
 *
 * @param stepMs lengths are whole steps
 * @param longestMs longest period
 * @param shortestFlashMs shortest light
 */
public record LanternLimits(int stepMs, int longestMs, int shortestFlashMs) {

  /** Why the lantern cannot show it, in words; empty where it can. */
  public List<String> faults(Rhythm rhythm) {
    List<String> faults = new ArrayList<>();
    List<Run> runs = rhythm.runs();
    if (runs.size() == 1) {
      return faults;
    }
    if (rhythm.periodMs() > longestMs) {
      faults.add("a period of " + rhythm.periodMs() + " ms is longer than " + longestMs + " ms");
    }
    for (Run run : runs) {
      if (run.millis() % stepMs != 0) {
        faults.add(run.millis() + " ms is no whole number of steps of " + stepMs + " ms");
      }
      if (run.lit() && run.millis() < shortestFlashMs) {
        faults.add("a flash of " + run.millis() + " ms is shorter than " + shortestFlashMs + " ms");
      }
    }
    return faults;
  }
}
