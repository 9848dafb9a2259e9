// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.fault;

/**
 * From when on a sensor is at fault.
 *
 * @param chatterClosings so many closings within a second are no vehicles
 * @param chatterQuietNanos so long without chatter, and it is over
 * @param stuckNanos presence longer than this
 * @param silentNanos absence longer than this, while the partner counts
 * @param silentVehicles how many the partner must have counted in that time
 * @param aloneTimes so many in a row that only one loop of the pair saw
 * @param crossedTimes so many in a row against the lane
 * @param onTimesVehicles over so many vehicles on-times are compared
 * @param onTimesDiffer fault when the median of their ratio is off by more; over below half of it
 * @param freeFlowMps only vehicles faster than this are compared
 * @param recoveredTimes so many in order in a row, and a fault of the pair is over
 */
public record FaultRules(
    int chatterClosings,
    long chatterQuietNanos,
    long stuckNanos,
    long silentNanos,
    int silentVehicles,
    int aloneTimes,
    int crossedTimes,
    int onTimesVehicles,
    double onTimesDiffer,
    double freeFlowMps,
    int recoveredTimes) {

  private static final long SECOND = 1_000_000_000L;

  public static FaultRules usual() {
    return new FaultRules(
        20, 10 * SECOND, 300 * SECOND, 2 * 3600 * SECOND, 20, 8, 12, 40, 0.1, 8, 3);
  }

  /** With the limits a site sets. */
  public FaultRules with(long stuck, long silent, int alone) {
    return new FaultRules(
        chatterClosings,
        chatterQuietNanos,
        stuck,
        silent,
        silentVehicles,
        alone,
        crossedTimes,
        onTimesVehicles,
        onTimesDiffer,
        freeFlowMps,
        recoveredTimes);
  }
}
