// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.parkinglot;

import io.wayside.core.time.TimeSource;
import io.wayside.tolling.control.KeptOrder;
import io.wayside.tolling.control.LaneDevices;
import io.wayside.tolling.lane.LaneRules;
import io.wayside.tolling.lane.Layout;
import java.time.Duration;

/**
 * What a parking lane stands on.
 *
 * @param park shared with the other lanes
 * @param order what the lane was told to be before
 */
public record LotParts(
    Settings settings, LaneDevices devices, CarPark park, KeptOrder order, TimeSource time) {

  /**
   * How a parking lane is set up.
   *
   * @param id name of the lane, as in records
   * @param exit whether vehicles leave by it
   */
  public record Settings(
      String id,
      boolean exit,
      LaneRules rules,
      Layout layout,
      boolean openAtStart,
      Duration outputLease) {}
}
