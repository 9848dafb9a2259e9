// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.toll;

import io.wayside.rig.simulators.toll.WorldEvent;
import io.wayside.tolling.lane.ArmPosition;
import io.wayside.tolling.lane.Detector;
import io.wayside.tolling.lane.LaneEvent;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Loops, curtain and arm switches as they are, whether the gateway listens or not. */
final class Devices {

  private final Map<Detector, Boolean> occupied = new EnumMap<>(Detector.class);
  private ArmPosition arm = ArmPosition.CLOSED;

  Devices() {
    for (Detector each : List.of(Detector.ARMING, Detector.SAFETY, Detector.CURTAIN)) {
      occupied.put(each, false);
    }
  }

  LaneEvent changed(WorldEvent.Edge edge) {
    Detector detector =
        switch (edge.detector()) {
          case L1 -> Detector.ARMING;
          case L2 -> Detector.CLASSING;
          case CURTAIN -> Detector.CURTAIN;
          case L3 -> Detector.SAFETY;
        };
    occupied.put(detector, edge.occupied());
    return new LaneEvent.Occupied(edge.nanos(), detector, edge.occupied());
  }

  LaneEvent changed(WorldEvent.ArmContact contact) {
    arm =
        !contact.reached()
            ? ArmPosition.BETWEEN
            : contact.top() ? ArmPosition.OPEN : ArmPosition.CLOSED;
    return new LaneEvent.Arm(contact.nanos(), arm);
  }

  /** What a gateway hears of them when it starts. */
  List<LaneEvent> all(long nanos) {
    List<LaneEvent> events = new ArrayList<>();
    events.add(new LaneEvent.Arm(nanos, arm));
    occupied.forEach((each, is) -> events.add(new LaneEvent.Occupied(nanos, each, is)));
    return events;
  }
}
