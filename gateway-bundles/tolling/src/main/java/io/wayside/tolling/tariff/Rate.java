// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.tariff;

import io.wayside.core.data.Evidence;
import io.wayside.core.data.Wording;
import java.util.List;

/**
 * Prices by the time that was used. The last step repeats without end.
 *
 * @param counts what the time is counted from
 */
public record Rate(String id, Wording name, Counts counts, List<Step> steps, Evidence evidence) {

  /** Where the first step stands. */
  public enum Counts {
    /** Once in a stay; the count runs only while a rate that counts so is in force. */
    STAY,
    /** In each period anew: each night, each day. */
    PERIOD
  }

  public Rate {
    steps = List.copyOf(steps);
  }

  /** The step that begins, or goes on, after {@code usedMs} of counted time. */
  Step stepAt(long usedMs) {
    long endMs = 0;
    for (Step step : steps) {
      if (step.lengthMs() == Step.WHOLE_PERIOD || usedMs < endMs + step.lengthMs()) {
        return step;
      }
      endMs += step.lengthMs();
    }
    return steps.get(steps.size() - 1);
  }
}
