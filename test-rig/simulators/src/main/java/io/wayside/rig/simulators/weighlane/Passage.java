// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.weighlane;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** One vehicle's time on the platform, and what truly happens in it. */
record Passage(Vehicle vehicle, List<AxleVisit> visits, long startNanos) {

  Passage {
    visits = List.copyOf(visits);
  }

  long endNanos() {
    return nanosAt(visits.get(visits.size() - 1).endS());
  }

  double loadKgAt(long elapsedNanos) {
    double seconds = (elapsedNanos - startNanos) / 1e9;
    double sumKg = 0;
    for (AxleVisit visit : visits) {
      sumKg += visit.loadKgAt(seconds);
    }
    return sumKg;
  }

  /** In the order of time. */
  List<LaneEvent> events() {
    List<LaneEvent> events = new ArrayList<>();
    events.add(new LaneEvent.VehicleStarted(startNanos, vehicle));
    for (AxleVisit visit : visits) {
      if (visit.settledS() < Double.POSITIVE_INFINITY) {
        events.add(
            new LaneEvent.AxleSettled(
                nanosAt(visit.settledS()),
                vehicle.number(),
                visit.axle(),
                visit.axleKg(),
                visit.onPlatformKg()));
      }
    }
    events.add(new LaneEvent.VehicleLeft(endNanos(), vehicle));
    events.sort(Comparator.comparingLong(LaneEvent::elapsedNanos));
    return events;
  }

  private long nanosAt(double seconds) {
    return startNanos + Math.round(seconds * 1e9);
  }
}
