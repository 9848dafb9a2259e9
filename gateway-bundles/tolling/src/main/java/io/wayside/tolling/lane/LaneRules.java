// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.lane;

/**
 * How a lane judges. All times in nanoseconds.
 *
 * @param mostVehicles that are followed at a time
 * @param mostTags that are remembered at a time
 * @param alone what becomes of a passage about which the other lanes could not be asked
 */
public record LaneRules(
    Identifying identifying,
    Passing passing,
    Arming arm,
    int mostVehicles,
    int mostTags,
    Alone alone) {

  /** When the other lanes cannot be asked. */
  public enum Alone {
    /** It is charged by the local rule, and marked. */
    CHARGE,
    /** It is for a person, unless the tag is known to be this vehicle's own. */
    REVIEW,
    /** The same, until the others are heard again; when none of them speaks against it, charged. */
    LATER
  }

  private static final long MS = 1_000_000;

  /**
   * How tags are put to vehicles.
   *
   * @param waitNanos T_id, after which a vehicle without an accepted tag is held
   * @param observeNanos a vehicle is looked at for so long before a tag is accepted
   * @param settleNanos where there are other lanes, the same tag is the best for so long before it
   *     is accepted, so that they have heard it too
   * @param leadNanos how long before the arming loop a sighting counts for a vehicle
   * @param silenceNanos a tag not heard for so long is forgotten
   * @param officeNanos T_dec, how long a decision waits for the office's answer after it was asked
   * @param duplicateNanos T_dup, from the commit
   * @param threshold the score a tag must have
   * @param late the score that is enough for the only tag there is, when T_id is over
   * @param earlier a tag with this score before the vehicle had come is another's
   * @param margin by which it must be ahead of the next
   * @param floorDbm replies as weak as this say nothing
   * @param fullDbm replies as strong as this cannot be from elsewhere
   */
  public record Identifying(
      long waitNanos,
      long observeNanos,
      long settleNanos,
      long leadNanos,
      long silenceNanos,
      long officeNanos,
      long duplicateNanos,
      double threshold,
      double late,
      double earlier,
      double margin,
      double floorDbm,
      double fullDbm) {}

  /**
   * How vehicles are followed.
   *
   * @param bridgeNanos a gap on the arming loop that is no gap
   * @param shortestNanos on the arming loop; what is shorter is no vehicle
   * @param backOutNanos where there is no room to stand, off both loops for so long is gone back
   * @param betweenNanos a vehicle that may pass is gone when it is off both loops for so long
   * @param leaveNanos the same for one that is held
   * @param directNanos who is on the safety loop so soon after the arming loop has not been
   *     overtaken
   * @param tailNanos T_tail, a safety loop occupied for longer is looked at
   * @param trailerNanos a gap on the safety loop that may be a drawbar
   * @param splitNanos safety loop free for so long while the arming loop is still occupied: two
   */
  public record Passing(
      long bridgeNanos,
      long shortestNanos,
      long backOutNanos,
      long betweenNanos,
      long leaveNanos,
      long directNanos,
      long tailNanos,
      long trailerNanos,
      long splitNanos) {}

  /**
   * The barrier.
   *
   * @param openNanos T_open, in which it must be open
   * @param closeNanos in which it must be closed
   * @param clearNanos the safety loop is free for so long before closing is asked
   */
  public record Arming(long openNanos, long closeNanos, long clearNanos) {}

  /** Rules to begin with; a site tunes the strengths to its antennas. */
  public static LaneRules usual() {
    return new LaneRules(
        new Identifying(
            1_500 * MS,
            50 * MS,
            60 * MS,
            500 * MS,
            3_000 * MS,
            300 * MS,
            180_000 * MS,
            0.7,
            0.36,
            0.75,
            0.12,
            -75,
            -50),
        new Passing(
            100 * MS,
            200 * MS,
            700 * MS,
            10_000 * MS,
            30_000 * MS,
            3_000 * MS,
            15_000 * MS,
            1_000 * MS,
            1_500 * MS),
        new Arming(3_000 * MS, 5_000 * MS, 300 * MS),
        16,
        256,
        Alone.LATER);
  }

  /** The same, but for what is done when a lane is alone. */
  public LaneRules with(Alone other) {
    return new LaneRules(identifying, passing, arm, mostVehicles, mostTags, other);
  }
}
