// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.gate;

/** What a gate does, in this order. */
public sealed interface GateAct {

  /** Ask the controller to open. */
  record Open() implements GateAct {}

  /** Ask the controller to close; it has its own protection besides. */
  record Close() implements GateAct {}

  /**
   * A person has passed on this tap.
   *
   * @param seen a beam beyond the flaps saw it; without one it may have gone back
   */
  record Passed(long tap, Way way, boolean seen) implements GateAct {}

  /** Nobody passed on this tap in time: it is undone. */
  record Lapsed(long tap, Way way) implements GateAct {}

  /**
   * A person has passed on nobody's tap.
   *
   * @param throughShut the flaps were closed when it came
   * @param seen a beam beyond the flaps saw it; without one it may have gone back
   * @param sinceNanos when it came between the flaps
   */
  record Unpaid(Way way, boolean throughShut, boolean seen, long sinceNanos) implements GateAct {}

  /** Somebody should look. */
  record Alarm(Trouble trouble) implements GateAct {}

  /** What is wrong. */
  enum Trouble {
    /** Passed open flaps without a tap of one's own. */
    TAILGATE,
    /** Passed, or stands in, closed flaps. */
    INTRUSION,
    /** Stands between the flaps and came past no beam, or left past none: crawled or climbed. */
    CRAWL,
    /** Stands between the flaps for long. */
    OBSTRUCTED
  }
}
