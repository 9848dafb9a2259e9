// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.gate;

import java.util.Optional;

/**
 * Somebody is between the flaps.
 *
 * @param way as far as can be told from where it came from; by the tap where both sides are taken
 * @param fromNowhere no beam beside the flaps saw it come
 * @param throughShut the flaps were closed when it came
 * @param complained an alarm has been raised for it
 */
record Crossing(
    Way way, boolean fromNowhere, boolean throughShut, long sinceNanos, boolean complained) {

  static Crossing begun(Beams beams, Optional<Way> expected, boolean shut, long nowNanos) {
    boolean freeSide = beams.has(Zone.FREE_SIDE);
    boolean paidSide = beams.has(Zone.PAID_SIDE);
    Way way = expected.orElse(Way.IN);
    if (freeSide != paidSide) {
      way = freeSide ? Way.IN : Way.OUT;
    }
    return new Crossing(way, !freeSide && !paidSide, shut, nowNanos, false);
  }

  Crossing complain() {
    return new Crossing(way, fromNowhere, throughShut, sinceNanos, true);
  }

  /** The way it went; empty when it went back to where it came from. */
  Optional<Way> ended(Beams beams) {
    boolean beyond = beams.has(way.to());
    boolean back = beams.has(way.from());
    return back && !beyond ? Optional.empty() : Optional.of(way);
  }

  /** No beam beside the flaps sees it any more: it counts as passed, and is flagged. */
  boolean toNowhere(Beams beams) {
    return !beams.has(Zone.FREE_SIDE) && !beams.has(Zone.PAID_SIDE);
  }
}
