// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.lane;

/**
 * Whether a tag came over the arming loop with a vehicle. It is the only thing that tells a tag of
 * the next lane, heard here as strongly, from one's own when that lane cannot be asked: the
 * approach hears one's own until the vehicle is on the loop, and no more when it has left it.
 */
final class Abreast {

  /** The approach ends a little before the loop, and replies have gaps. */
  private static final long BEFORE_NANOS = 300_000_000;

  /** Not heard on the approach for so long it is over the loop. */
  static final long PASSED_NANOS = 200_000_000;

  /** As often as a tag is heard whose silence says something. */
  static final int ENOUGH = 4;

  /** A silence that says that it is another's. */
  private static final int PLENTY = 8;

  private static final long CLEARLY_BEFORE_NANOS = 500_000_000;
  private static final long CLEARLY_BEHIND_NANOS = 300_000_000;

  /** On the loop for no longer it has not stood there. */
  private static final long DRIVING_NANOS = 2_000_000_000;

  /** Of one that drives on, with the windscreen ahead of its middle, not in the last part. */
  private static final double PART = 0.6;

  private Abreast() {}

  /** It came over the line of the arming loop at another time than the vehicle. */
  static boolean isNot(HeardTag tag, Vehicle vehicle) {
    if (tag.approachCount < PLENTY
        || vehicle.retried
        || vehicle.flags.contains(LaneFlags.READER_LOST)) {
      return false; // nothing is known
    }
    boolean ahead = tag.lastApproachNanos - (vehicle.beganNanos - CLEARLY_BEFORE_NANOS) < 0;
    return ahead || (!vehicle.onArming && tag.lastApproachNanos - latest(vehicle) > 0);
  }

  /** When the tag of a vehicle that has left the loop was last heard ahead of it, at most. */
  private static long latest(Vehicle vehicle) {
    long lasted = vehicle.leftArmingNanos - vehicle.beganNanos;
    long last = lasted <= DRIVING_NANOS ? (long) (PART * lasted) : lasted;
    return vehicle.beganNanos + last + CLEARLY_BEHIND_NANOS;
  }

  static boolean is(HeardTag tag, Vehicle vehicle) {
    if (tag.approachCount < ENOUGH || vehicle.flags.contains(LaneFlags.READER_LOST)) {
      return true; // nothing is known
    }
    boolean ahead = tag.lastApproachNanos - (vehicle.beganNanos - BEFORE_NANOS) < 0;
    boolean behind = !vehicle.onArming && tag.lastApproachNanos - vehicle.leftArmingNanos > 0;
    return !ahead && !behind;
  }
}
