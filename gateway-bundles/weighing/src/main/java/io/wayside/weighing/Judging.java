// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing;

import io.wayside.core.quality.Flags;
import io.wayside.weighing.lane.LaneJudge;
import io.wayside.weighing.motion.MotionVehicle;
import java.time.Instant;

/** Gives a vehicle its class and says what the law pack in force says. */
@FunctionalInterface
interface Judging {

  /**
   * Judges.
   *
   * @param flags all that throws doubt on the vehicle, the seal's and the clock's among them
   * @param at when it passed, for the rules in force that day
   */
  LaneJudge.Opinion judge(MotionVehicle vehicle, Flags flags, Instant at);
}
