// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.motion;

import io.wayside.rig.simulators.motion.road.RoadProfile;
import io.wayside.rig.simulators.motion.sensor.Sensor;
import io.wayside.rig.simulators.motion.traffic.Arrival;
import io.wayside.rig.simulators.motion.vehicle.Axle;
import io.wayside.rig.simulators.motion.vehicle.Drive;
import io.wayside.rig.simulators.motion.vehicle.Passage;
import io.wayside.rig.simulators.motion.vehicle.Vehicle;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lets vehicles in when their time comes, and puts down what is true of them. */
final class Entrance {
  private final MotionSite site;
  private final RoadProfile road;
  private final Iterator<Arrival> traffic;
  private final double fromM;
  private final double toM;
  private @Nullable Arrival waiting;
  private long number;

  Entrance(MotionSite site, RoadProfile road, Iterator<Arrival> traffic) {
    this.site = site;
    this.road = road;
    this.traffic = traffic;
    this.fromM = site.fromM();
    this.toM = site.toM();
  }

  void admitUntil(double timeS, List<Passage> present, List<TrueVehicle> truth) {
    while (true) {
      Arrival arrival = waiting;
      if (arrival == null) {
        if (!traffic.hasNext()) {
          return;
        }
        arrival = traffic.next();
        waiting = arrival;
      }
      if (Passage.presence(arrival.vehicle(), arrival.drive(), fromM, toM).fromS() >= timeS) {
        return;
      }
      Passage passage =
          Passage.over(road, arrival.vehicle(), arrival.drive(), arrival.lateralM(), fromM, toM);
      present.add(passage);
      truth.add(truth(arrival, passage));
      waiting = null;
    }
  }

  private TrueVehicle truth(Arrival arrival, Passage passage) {
    Vehicle vehicle = arrival.vehicle();
    Drive drive = arrival.drive();
    double reference = drive.timesAt(site.referenceM()).get(0);
    List<TrueAxle> axles = new ArrayList<>();
    for (Axle axle : vehicle.axles()) {
      List<Double> times = new ArrayList<>();
      for (Sensor.Line line : site.lines()) {
        times.add(drive.timesAt(line.atM() + axle.behindM()).get(0));
      }
      axles.add(
          new TrueAxle(
              axle.staticN(),
              axle.leftN(),
              axle.rightN(),
              axle.behindM(),
              axle.tyres().dual(),
              List.copyOf(times)));
    }
    double crossing = drive.timesAt(toM).get(0) - drive.timesAt(fromM).get(0);
    return new TrueVehicle(
        ++number,
        vehicle.kind(),
        vehicle.layout(),
        reference,
        drive.speedMps(reference),
        (toM - fromM) / crossing,
        passage.onSite().fromS(),
        passage.onSite().toS(),
        vehicle.lengthM(),
        arrival.lateralM(),
        arrival.manner(),
        vehicle.raisedAxles(),
        arrival.neighbour(),
        List.copyOf(axles));
  }
}
