// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

import io.wayside.tolling.lane.LaneAct;
import io.wayside.tolling.lane.LaneState;
import io.wayside.tolling.lane.LaneTally;
import java.util.List;
import java.util.Optional;

/**
 * What a lane looks like from outside, at one moment.
 *
 * @param notice shown to drivers, a code
 * @param vehicles in the lane
 * @param committed passages whose record is durable
 * @param pictures taken in this run
 * @param alarms of the lane that are on, the oldest first
 * @param outputs that do not do what is asked, and why
 * @param floods how often more changes of contacts came than could be followed
 * @param floodNanos when last
 * @param plazaWhole whether all other lanes can be asked
 * @param office whether it is worth asking; empty without one
 */
public record LaneView(
    LaneState state,
    String notice,
    int vehicles,
    LaneTally tally,
    long committed,
    long pictures,
    List<LaneAct.Alarm> alarms,
    List<String> outputs,
    long floods,
    long floodNanos,
    boolean readerLost,
    boolean plazaWhole,
    Optional<Boolean> office) {

  public LaneView {
    alarms = List.copyOf(alarms);
    outputs = List.copyOf(outputs);
  }
}
