// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.availability;

import java.time.Duration;
import java.util.List;

/**
 * How long an aid was what, and how often it went down.
 *
 * @param due how long its light should have shone, but for what was dark on purpose
 * @param lit how long of that it is known to have shone as it should
 * @param dueUnknown how long of that nobody knew
 * @param failures how often it went down unplanned; a while of not knowing in between does not make
 *     two of one
 * @param outages the same, planned ones too
 */
public record Figures(
    Duration up,
    Duration downPlanned,
    Duration downUnplanned,
    Duration unknown,
    Duration due,
    Duration lit,
    Duration dueUnknown,
    int failures,
    int outages) {

  public static final Figures NONE =
      new Figures(
          Duration.ZERO,
          Duration.ZERO,
          Duration.ZERO,
          Duration.ZERO,
          Duration.ZERO,
          Duration.ZERO,
          Duration.ZERO,
          0,
          0);

  static Figures of(List<Stretch> stretches) {
    Figures sum = NONE;
    Condition known = Condition.UP;
    for (Stretch one : stretches) {
      sum = sum.plus(one(one, known));
      known = one.condition() == Condition.UNKNOWN ? known : one.condition();
    }
    return sum;
  }

  /**
   * @param before what it last was known to be
   */
  private static Figures one(Stretch one, Condition before) {
    Duration lasts = Duration.between(one.from(), one.to());
    Condition now = one.condition();
    boolean fails = now == Condition.DOWN_UNPLANNED && before != Condition.DOWN_UNPLANNED;
    boolean stops = isDown(now) && !isDown(before);
    return new Figures(
        when(now == Condition.UP, lasts),
        when(now == Condition.DOWN_PLANNED, lasts),
        when(now == Condition.DOWN_UNPLANNED, lasts),
        when(now == Condition.UNKNOWN, lasts),
        when(one.due(), lasts),
        when(one.due() && one.light() == Verdict.UP, lasts),
        when(one.due() && one.light() == Verdict.UNKNOWN, lasts),
        fails ? 1 : 0,
        stops ? 1 : 0);
  }

  private static boolean isDown(Condition condition) {
    return condition == Condition.DOWN_PLANNED || condition == Condition.DOWN_UNPLANNED;
  }

  private static Duration when(boolean counts, Duration lasts) {
    return counts ? lasts : Duration.ZERO;
  }

  /** Both together. */
  public Figures plus(Figures other) {
    return new Figures(
        up.plus(other.up),
        downPlanned.plus(other.downPlanned),
        downUnplanned.plus(other.downUnplanned),
        unknown.plus(other.unknown),
        due.plus(other.due),
        lit.plus(other.lit),
        dueUnknown.plus(other.dueUnknown),
        failures + other.failures,
        outages + other.outages);
  }

  public Duration down() {
    return downPlanned.plus(downUnplanned);
  }

  /** How long it was known what it was. */
  public Duration known() {
    return up.plus(down());
  }

  public Duration total() {
    return known().plus(unknown);
  }
}
