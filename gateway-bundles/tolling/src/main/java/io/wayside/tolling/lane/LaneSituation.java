// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.lane;

import io.wayside.tolling.fare.EntryPoint;
import java.util.Optional;

/**
 * What a decision needs to know of the lane.
 *
 * @param nanos monotonic time of the decision
 * @param office what the office answered in time
 * @param officeReachable whether the office could be asked
 * @param stationReachable whether the other lanes could be asked
 */
public record LaneSituation(
    long nanos,
    Travel travel,
    Optional<OfficeAnswer> office,
    boolean officeReachable,
    boolean stationReachable) {

  /**
   * The office's word on one tag.
   *
   * @param entry where it came in, in a closed system, when the office knows
   */
  public record OfficeAnswer(boolean pass, String reason, Optional<EntryPoint> entry) {}
}
