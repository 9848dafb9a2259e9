// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.shift;

import io.wayside.tolling.passage.Shift;
import io.wayside.tolling.passage.ShiftPlan;
import java.time.Duration;
import java.time.Instant;

/**
 * When a shift was.
 *
 * @param to not included
 */
public record Span(Instant from, Instant to) {

  public static Span of(ShiftPlan plan, Shift shift) {
    return new Span(plan.begin(shift), plan.end(shift));
  }

  long millis() {
    return Duration.between(from, to).toMillis();
  }
}
