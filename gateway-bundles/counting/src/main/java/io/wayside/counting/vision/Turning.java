// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

import java.util.List;

/**
 * Nobody turns round at speed. A track that does has passed from one vehicle to another that came
 * the other way: from where it turned on it is that other one. Who has slowed down and truly turned
 * is another one too when it has come back a long way: it crosses what it crossed before once more.
 */
final class Turning {

  /** So far it must have gone one way, and then back, in sizes of its box where it turned. */
  private static final double THERE = 1;

  private static final double BACK = 1;

  private static final double BIT = 0.5;
  private static final double FAR_BACK = 3;

  /**
   * Who slows down evenly, and comes back so, is 1 / (√2 - 1) = 2.4 times as long on the last bit
   * there and the first bit back as on the bits before and after these; who does not, once.
   */
  private static final double SLOWED = 1.9;

  private Turning() {}

  /** The number of the step at which it turned at speed; -1 when it goes on as it began. */
  static int of(List<Step> way) {
    Point from = way.get(0).centre();
    int turn = 0;
    double farthest = 0;
    for (int i = 1; i < way.size(); i++) {
      double far = from.distance(way.get(i).centre());
      if (far > farthest) {
        farthest = far;
        turn = i;
      }
    }
    Step there = way.get(turn);
    double size = Math.sqrt(there.box().area());
    double back = there.centre().distance(way.get(way.size() - 1).centre());
    boolean returned = farthest > THERE * size && back > BACK * size;
    return returned && (back > FAR_BACK * size || !slowed(way, turn, BIT * size)) ? turn : -1;
  }

  private static boolean slowed(List<Step> way, int turn, double bit) {
    double lastS = awayS(way, turn, -1, bit) + awayS(way, turn, 1, bit);
    double allS = awayS(way, turn, -1, 2 * bit) + awayS(way, turn, 1, 2 * bit);
    return lastS > SLOWED * (allS - lastS);
  }

  /** How long before or after it turned it was so far from there. */
  private static double awayS(List<Step> way, int turn, int by, double far) {
    Step there = way.get(turn);
    int i = turn;
    while (i + by >= 0
        && i + by < way.size()
        && way.get(i).centre().distance(there.centre()) < far) {
      i += by;
    }
    return Math.abs(way.get(i).atS() - there.atS());
  }
}
