// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.motion.traffic;

import java.util.List;

/**
 * The traffic of one lane.
 *
 * @param mix which vehicles
 * @param loading with how much on them
 * @param speed how fast they come
 * @param spacing how close behind each other
 * @param position where across the lane
 * @param manners how they are driven, each with its share; what is left drives steadily
 */
public record TrafficPlan(
    Mix mix,
    Loading loading,
    Speed speed,
    Spacing spacing,
    Position position,
    List<Share> manners) {
  /** Normal around the mean and cut at both ends, km/h. */
  public record Speed(double meanKmh, double spreadKmh, double leastKmh, double mostKmh) {}

  /**
   * Gaps in time, from the tail of one vehicle to the nose of the next, kept on the whole site.
   *
   * @param leastS never less
   * @param meanS on average
   * @param tailgating share of drivers who keep between 100 and 125 % of the least
   */
  public record Spacing(double leastS, double meanS, double tailgating) {}

  /**
   * Where vehicles drive across the lane.
   *
   * @param centreM mean, left of the lane's middle; a neighbouring lane's is far out
   * @param spreadM standard deviation, cut at twice as much
   * @param straddling share of drivers who are further out, to either side
   * @param leastOutM how far these are out at least
   * @param mostOutM and at most
   */
  public record Position(
      double centreM, double spreadM, double straddling, double leastOutM, double mostOutM) {
    /** In the lane. */
    public static final Position IN_LANE = new Position(0, 0.15, 0, 0, 0);
  }

  /** A manner and the share of drivers who have it. */
  public record Share(Manner manner, double share) {}

  /** Gaps leave room for the average. */
  public TrafficPlan {
    manners = List.copyOf(manners);
    if (!(spacing.leastS > 0 && spacing.meanS >= spacing.leastS)) {
      throw new IllegalArgumentException(
          "Traffic: mean gap "
              + spacing.meanS
              + " s, least "
              + spacing.leastS
              + " s; the mean must not be less");
    }
  }

  /** Free traffic of a mix around a speed. */
  public static TrafficPlan free(Mix mix, Speed speed, double meanGapS) {
    return new TrafficPlan(
        mix,
        Loading.USUAL,
        speed,
        new Spacing(0.8, Math.max(0.8, meanGapS), 0),
        Position.IN_LANE,
        List.of());
  }

  /** The same with other gaps. */
  public TrafficPlan spaced(Spacing other) {
    return new TrafficPlan(mix, loading, speed, other, position, manners);
  }

  /** The same elsewhere across the lane. */
  public TrafficPlan positioned(Position other) {
    return new TrafficPlan(mix, loading, speed, spacing, other, manners);
  }

  /** The same with other loads. */
  public TrafficPlan loaded(Loading other) {
    return new TrafficPlan(mix, other, speed, spacing, position, manners);
  }

  /** The same driven otherwise. */
  public TrafficPlan driven(Share... shares) {
    return new TrafficPlan(mix, loading, speed, spacing, position, List.of(shares));
  }
}
