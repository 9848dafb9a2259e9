// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.traffic;

import io.wayside.waterway.traffic.PassLine.Seat;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Where one vessel has been about the line. */
final class Track {

  private static final int JUMPS_BELIEVED = 3;

  private final PassLine line;
  private final TrafficRules rules;
  private @Nullable Seat last;
  private long lastNanos;
  private @Nullable Seat jump; // a fix that was not believed
  private long jumpNanos;
  private int jumps;
  private int side; // -1 left, 1 right, 0 not known; the one it was clearly on last
  private @Nullable Crossing over; // the last one since it was clearly on a side

  Track(PassLine line, TrafficRules rules) {
    this.line = line;
    this.rules = rules;
  }

  /** When it was last heard. */
  long lastNanos() {
    return lastNanos;
  }

  /** How many fixes in a row were not believed. */
  int jumps() {
    return jumps;
  }

  Optional<Crossing> hear(long nanos, Seat seat, OptionalDouble speedMps) {
    Seat before = last;
    if (before == null) {
      begin(nanos, seat);
      return Optional.empty();
    }
    long gap = nanos - lastNanos;
    if (gap <= 0) {
      return Optional.empty(); // the same slot heard twice
    }
    if (isJump(before, seat, gap)) {
      jumped(nanos, seat);
      return Optional.empty();
    }
    jumps = 0;
    if (gap > rules.gapNanos() || seat.distanceM(before) > rules.gapM()) {
      begin(nanos, seat);
      return Optional.empty();
    }
    cross(before, seat, gap);
    last = seat;
    lastNanos = nanos;
    return settle(seat, speedMps);
  }

  private boolean isJump(Seat from, Seat to, long gapNanos) {
    return from.distanceM(to) > rules.clearM() + rules.fastestMps() * gapNanos / 1e9;
  }

  /** One wrong report is left out; several that agree show that the earlier ones were wrong. */
  private void jumped(long nanos, Seat seat) {
    Seat earlier = jump;
    boolean agrees =
        earlier != null && nanos > jumpNanos && !isJump(earlier, seat, nanos - jumpNanos);
    jumps = agrees ? jumps + 1 : 1;
    jump = seat;
    jumpNanos = nanos;
    if (jumps >= JUMPS_BELIEVED) {
      begin(nanos, seat);
    }
  }

  private void begin(long nanos, Seat seat) {
    last = seat;
    lastNanos = nanos;
    jump = null;
    jumps = 0;
    over = null;
    side = Math.abs(seat.rightM()) >= rules.clearM() ? sign(seat) : 0;
  }

  private static int sign(Seat seat) {
    return seat.rightM() < 0 ? -1 : 1;
  }

  private void cross(Seat from, Seat to, long gap) {
    if (sign(from) == sign(to)) {
      return;
    }
    double share = from.rightM() / (from.rightM() - to.rightM());
    double along = from.alongM() + share * (to.alongM() - from.alongM());
    over =
        new Crossing(
            lastNanos + Math.round(share * gap),
            sign(to) > 0,
            along,
            from.distanceM(to) / (gap / 1e9),
            gap);
  }

  /** It has passed when it is clearly on the other side; farther where it may lie at anchor. */
  private Optional<Crossing> settle(Seat seat, OptionalDouble speedMps) {
    boolean slow = speedMps.isPresent() && speedMps.getAsDouble() < rules.anchoredMps();
    double clear = slow ? rules.anchoredClearM() : rules.clearM();
    if (Math.abs(seat.rightM()) < clear || sign(seat) == side) {
      if (sign(seat) == side && Math.abs(seat.rightM()) >= rules.clearM()) {
        over = null;
      }
      return Optional.empty();
    }
    boolean known = side != 0;
    Crossing done = over;
    side = sign(seat);
    over = null;
    return known && done != null && line.spans(done.alongM())
        ? Optional.of(done)
        : Optional.empty();
  }
}
