// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.interval;

import java.time.Instant;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What an interval says, or a part of one: a restart or a step of the clock parts it, and then the
 * counts and seconds of the parts add up.
 *
 * @param slot the whole interval
 * @param from from when on this part tells, in wall time
 * @param observedS seconds in which vehicles were counted, by the monotonic clock
 * @param measuredS seconds in which speeds and lengths were to be believed as well
 * @param occupancy share of the observed seconds in which the place was occupied; empty with none
 * @param causes why it was not observed or not measured throughout
 * @param revision 1, and higher when a fault found out later makes an interval tell less
 */
public record Interval(
    Span span,
    Span.Slot slot,
    Instant from,
    Instant to,
    double observedS,
    double measuredS,
    Counts counts,
    OptionalDouble occupancy,
    Set<String> causes,
    int revision) {

  public Interval {
    causes = Set.copyOf(causes);
  }

  /** Seconds observed of the seconds of the whole interval. */
  public double completeness() {
    return observedS / slot.seconds();
  }

  /** Whether nothing at all was observed, so that no counts are not "none". */
  public boolean blind() {
    return observedS <= 0;
  }
}
