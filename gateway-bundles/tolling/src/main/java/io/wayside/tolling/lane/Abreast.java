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

  private Abreast() {}

  static boolean is(HeardTag tag, Vehicle vehicle) {
    if (tag.approachCount < ENOUGH || vehicle.flags.contains(LaneFlags.READER_LOST)) {
      return true; // nothing is known
    }
    boolean ahead = tag.lastApproachNanos - (vehicle.beganNanos - BEFORE_NANOS) < 0;
    boolean behind = !vehicle.onArming && tag.lastApproachNanos - vehicle.leftArmingNanos > 0;
    return !ahead && !behind;
  }
}
