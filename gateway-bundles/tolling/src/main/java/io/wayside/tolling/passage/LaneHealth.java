// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.passage;

import java.time.Instant;

/**
 * How a lane did for a while, at most an hour and within one shift.
 *
 * @param count what the lane counted
 * @param decisionP50Ms tag report to barrier command
 * @param offlineS how long it was without its office
 * @param oldestListAgeS at the end, of the oldest list in force; negative when there is none
 */
public record LaneHealth(
    Instant from,
    Instant to,
    Shift shift,
    Count count,
    double decisionP50Ms,
    double decisionP99Ms,
    double offlineS,
    double oldestListAgeS) {

  /**
   * Counters of the lane since the last record, from the devices and not from the records, so that
   * the shift report can hold one against the other.
   *
   * @param vehicles that came over L1
   * @param withTag vehicles with an accepted tag
   * @param ghosts tags that no vehicle took
   * @param holds vehicles that were held
   * @param unarbitrated grants the other lanes could not be asked about
   * @param safetyPulses times that L3 rose
   * @param trailers pulses of them that were a trailer's, behind its vehicle
   * @param barrierRaises times that the barrier was raised
   * @param pictures taken
   * @param passed vehicles that passed, with a grant or without
   * @param chargedMinor what they were charged, in the smallest unit
   */
  public record Count(
      long vehicles,
      long withTag,
      long ghosts,
      long holds,
      long unarbitrated,
      long safetyPulses,
      long trailers,
      long barrierRaises,
      long pictures,
      long passed,
      long chargedMinor) {}
}
