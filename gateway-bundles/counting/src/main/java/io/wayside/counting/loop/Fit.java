// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.loop;

/**
 * How well two presences go together as one vehicle's.
 *
 * @param kind what the vehicle did
 * @param cost 0 is perfect; a presence without a partner costs 1
 */
record Fit(Kind kind, double cost) {

  /** What a vehicle did. */
  enum Kind {
    FORWARD,
    BACKWARD,
    /** One presence lies within the other. */
    WITHIN,
    IMPOSSIBLE
  }

  /** Below this nothing else needs to be waited for. */
  static final double CLEAN = 0.4;

  private static final double WRONG_WAY_COST = 0.3;
  private static final double WITHIN_COST = 0.8;
  private static final double NEARLY_TWO = 1.7;
  private static final Fit NONE = new Fit(Kind.IMPOSSIBLE, Double.POSITIVE_INFINITY);

  /** No brakes stop a vehicle harder, m/s². */
  private static final double HARDEST_STOP = 6;

  /**
   * A vehicle that comes with this speed needs as long to stop and to go back where it came from.
   */
  static double secondsToTurn(double mps) {
    return 2 * mps / HARDEST_STOP;
  }

  static Fit of(Pulse lead, Pulse trail, TrapLayout layout, LoopRules rules) {
    long front = trail.onNanos() - lead.onNanos();
    long rear = trail.offNanos() - lead.offNanos();
    if (lead.cut() || trail.cut()) {
      return cut(lead, trail, front);
    }
    if (front > 0 && rear > 0) {
      return new Fit(Kind.FORWARD, cost(lead, trail, true, layout, rules)).possible();
    }
    if (front < 0 && rear < 0) {
      double cost = cost(trail, lead, false, layout, rules) + WRONG_WAY_COST;
      return new Fit(Kind.BACKWARD, cost).possible();
    }
    return lead.overlaps(trail) ? new Fit(Kind.WITHIN, WITHIN_COST) : NONE;
  }

  private static Fit cut(Pulse lead, Pulse trail, long front) {
    if (!lead.overlaps(trail) || front == 0) {
      return NONE;
    }
    return new Fit(front > 0 ? Kind.FORWARD : Kind.BACKWARD, CLEAN);
  }

  private Fit possible() {
    return Double.isFinite(cost) ? this : NONE;
  }

  private static double cost(
      Pulse first, Pulse second, boolean forward, TrapLayout layout, LoopRules rules) {
    double front = (second.onNanos() - first.onNanos()) / 1e9;
    double rear = (second.offNanos() - first.offNanos()) / 1e9;
    double frontM = layout.frontM(forward);
    double rearM = layout.rearM(forward);
    if (front < frontM / rules.fastestMps() || rear < rearM / rules.fastestMps()) {
      return Double.POSITIVE_INFINITY;
    }
    double mismatch =
        Math.abs(Math.log(first.seconds() / second.seconds()))
            + Math.abs(Math.log(front / frontM * rearM / rear));
    if (first.overlaps(second)) {
      return Math.min(1, 0.1 + mismatch / 2);
    }
    if (front > layout.spacingM() / rules.slowestMps()) {
      return Double.POSITIVE_INFINITY;
    }
    double mps = Motion.of(first, second, frontM, rearM).meanMps();
    double lengthM = mps * (first.seconds() + second.seconds()) / 2 - layout.zoneM();
    return lengthM < rules.shortestM() ? NEARLY_TWO : Math.min(NEARLY_TWO, 0.1 + mismatch);
  }
}
