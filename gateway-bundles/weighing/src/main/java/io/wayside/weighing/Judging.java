// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing;

import io.wayside.core.quality.Flags;
import io.wayside.weighing.motion.MotionVehicle;
import io.wayside.weighing.record.MotionRecords.Judged;

/** Gives a vehicle its class and says what the law pack in force says. */
@FunctionalInterface
interface Judging {

  /** What is found. */
  record Opinion(Judged judged, boolean withinAllLimits) {}

  /**
   * Judges.
   *
   * @param flags all that throws doubt on the vehicle, the seal's and the clock's among them
   * @param monotonicNanos when it passed, for the rules in force that day
   */
  Opinion judge(MotionVehicle vehicle, Flags flags, long monotonicNanos);
}
