// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.water;

import java.util.List;

/**
 * What a field is to live through.
 *
 * @param firstDayOfYear day of the year at the beginning, which is midnight UTC
 * @param loss share of messages that the air takes; twice as much in storms
 * @param gaugeSpikes whether one in a hundred readings of the gauge is metres off
 */
public record FieldPlan(
    List<Charted> aids,
    List<Fault> faults,
    Weather weather,
    int days,
    int firstDayOfYear,
    double loss,
    boolean gaugeSpikes,
    long seed) {

  public FieldPlan {
    aids = List.copyOf(aids);
    faults = List.copyOf(faults);
  }
}
