// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

import io.wayside.counting.vision.CountingLine.Side;
import java.util.List;
import java.util.Optional;

/** When and where a way goes over a line for good. */
record Crossing(double atS, Point where, Side to) {

  /**
   * A way crosses when it was clearly on one side and now is clearly on the other: standing on the
   * line, or shaking there, is no crossing.
   *
   * @param share of its height, above its lower edge, at which it has to cross
   * @param margin how far is clear, in pixels
   */
  static Optional<Crossing> of(List<Step> way, CountingLine line, double share, double margin) {
    int last = way.size() - 1;
    double now = line.distance(way.get(last).above(share));
    if (Math.abs(now) < margin) {
      return Optional.empty();
    }
    for (int i = last - 1; i >= 0; i--) {
      double before = line.distance(way.get(i).above(share));
      if (before * now < 0 && Math.abs(before) > margin) {
        return over(way, i, now, line, share);
      }
    }
    return Optional.empty();
  }

  private static Optional<Crossing> over(
      List<Step> way, int from, double now, CountingLine line, double share) {
    int after = from + 1;
    while (line.distance(way.get(after).above(share)) * now <= 0) {
      after++;
    }
    Step a = way.get(after - 1);
    Step b = way.get(after);
    double da = line.distance(a.above(share));
    double db = line.distance(b.above(share));
    double part = da == db ? 0 : da / (da - db);
    Point where = a.above(share).towards(b.above(share), part);
    double along = line.along(where);
    return along < 0 || along > 1
        ? Optional.empty()
        : Optional.of(
            new Crossing(
                a.atS() + part * (b.atS() - a.atS()), where, now > 0 ? Side.RIGHT : Side.LEFT));
  }
}
