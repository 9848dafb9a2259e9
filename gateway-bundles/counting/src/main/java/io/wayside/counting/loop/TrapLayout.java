// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.loop;

import java.util.List;

/**
 * Two loops in a lane, and axle sensors between them.
 *
 * @param spacingM from the leading edge of the lead loop's effective zone to that of the trail loop
 * @param leadZoneM how long the lead loop sees a vehicle's point: its effective length, not its
 *     cut; calibrated with vehicles of known length
 * @param trailZoneM the same of the trail loop
 * @param piezosM from the leading edge of the lead loop's zone to each axle sensor; none, one or
 *     two
 */
public record TrapLayout(
    double spacingM, double leadZoneM, double trailZoneM, List<Double> piezosM) {

  public TrapLayout {
    piezosM = List.copyOf(piezosM);
    if (!(spacingM > 0) || !(leadZoneM > 0) || !(trailZoneM > 0)) {
      throw new IllegalArgumentException("spacing and zones of a pair of loops are above zero");
    }
    if (piezosM.size() > 2) {
      throw new IllegalArgumentException("a lane has at most two axle sensors");
    }
    if (piezosM.size() == 2 && !(piezosM.get(1) > piezosM.get(0))) {
      throw new IllegalArgumentException("the first axle sensor lies before the second");
    }
  }

  public double zoneM() {
    return (leadZoneM + trailZoneM) / 2;
  }

  /** How far a front goes from the closing of the loop it meets first to that of the other. */
  double frontM(boolean forward) {
    return forward ? spacingM : spacingM + trailZoneM - leadZoneM;
  }

  /** How far a rear goes from the opening of the loop it leaves first to that of the other. */
  double rearM(boolean forward) {
    return forward ? spacingM + trailZoneM - leadZoneM : spacingM;
  }
}
