// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.lane;

/**
 * How well a tag fits a vehicle, 0 to 1: strength times a factor of 0.6 to 1 for constancy,
 *
 * <pre>strength * (0.6 + 0.2 overlap + 0.12 count + 0.08 antenna)</pre>
 *
 * <ul>
 *   <li>strength: the strongest reply, from the floor (0) to full (1), in dB;
 *   <li>overlap: the share of the vehicle's time in which the tag was heard, full at one half;
 *   <li>count: full at four replies, the least a toll antenna is built for;
 *   <li>antenna: the share of replies the lane's antennas heard, against those of the approach.
 * </ul>
 *
 * Strength comes first because a tag of the next lane or of the car behind is heard as often and as
 * long as the right one, but weaker.
 */
final class Score {

  private static final double FULL_REPLIES = 4;

  private Score() {}

  static double of(HeardTag.Window window, LaneRules.Identifying rules) {
    int replies = window.lane() + window.approach();
    if (replies == 0) {
      return 0;
    }
    double strength =
        unit((window.peakDbm() - rules.floorDbm()) / (rules.fullDbm() - rules.floorDbm()));
    double overlap = unit(2.0 * window.heard() / window.bins());
    double count = unit(replies / FULL_REPLIES);
    double antenna = (double) window.lane() / replies;
    return strength * (0.6 + 0.2 * overlap + 0.12 * count + 0.08 * antenna);
  }

  private static double unit(double share) {
    return Math.max(0, Math.min(1, share));
  }
}
