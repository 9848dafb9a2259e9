// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.systemtests.faults;

import io.wayside.rig.simulators.weighlane.LaneEvent;
import io.wayside.rig.simulators.weighlane.Vehicle;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A vehicle that truly crossed the platform. */
public record Passed(Stretch during, Vehicle vehicle) {

  /** All that have come; one that has not left yet is there for ever. */
  public static List<Passed> of(List<LaneEvent> truth) {
    Map<Integer, Passed> passed = new TreeMap<>();
    for (LaneEvent event : truth) {
      if (event instanceof LaneEvent.VehicleStarted start) {
        Stretch open = new Stretch(start.elapsedNanos(), Long.MAX_VALUE / 2);
        passed.put(start.vehicle().number(), new Passed(open, start.vehicle()));
      } else if (event instanceof LaneEvent.VehicleLeft left) {
        passed.computeIfPresent(
            left.vehicle().number(),
            (number, came) ->
                new Passed(
                    new Stretch(came.during().fromNanos(), left.elapsedNanos()), came.vehicle()));
      }
    }
    return List.copyOf(passed.values());
  }
}
