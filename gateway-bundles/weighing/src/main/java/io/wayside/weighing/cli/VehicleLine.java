// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.cli;

import io.wayside.core.data.Value;
import io.wayside.weighing.lane.LaneJudge;
import io.wayside.weighing.motion.MotionAxle;
import io.wayside.weighing.motion.MotionGroup;
import io.wayside.weighing.motion.MotionVehicle;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One vehicle as a line for programs. */
final class VehicleLine {

  private VehicleLine() {}

  static Value.Fields of(
      MotionVehicle vehicle, LaneJudge.Opinion opinion, long startNanos, Instant startedAt) {
    long firstAxle = vehicle.axles().get(0).atNanos();
    List<Value> axles = new ArrayList<>();
    for (MotionAxle axle : vehicle.axles()) {
      axles.add(
          Value.Fields.with("t", seconds(startNanos, axle.atNanos()))
              .and("loadN", number(axle.loadN()))
              .and("u", number(axle.uncertaintyN()))
              .and("leftN", number(axle.leftN()))
              .and("rightN", number(axle.rightN()))
              .and("speedMps", number(axle.speedMps()))
              .and("flags", axle.flags().toValue())
              .build());
    }
    return Value.Fields.with("t0", seconds(startNanos, firstAxle))
        .and("at", startedAt.plusNanos(firstAxle - startNanos).toString())
        .and("speedMps", number(vehicle.speedMps()))
        .and("speedU", number(vehicle.speedUncertaintyMps()))
        .and("axles", axles)
        .and("spacingsM", vehicle.spacingsM().stream().map(VehicleLine::number).toList())
        .and("groups", vehicle.groups().stream().map(VehicleLine::group).toList())
        .and("grossN", number(vehicle.grossN()))
        .and("grossU", number(vehicle.grossUncertaintyN()))
        .and("lengthM", number(vehicle.lengthM()))
        .and("class", classId(opinion.vehicleClass()))
        .and("classified", opinion.vehicleClass())
        .and("flags", vehicle.flags().toValue())
        .and("decision", opinion.decision())
        .build();
  }

  private static Value classId(Value classified) {
    return classified instanceof Value.Fields fields ? fields.get("id") : Value.ABSENT;
  }

  private static Value group(MotionGroup group) {
    return Value.Fields.with("axles", group.axles())
        .and("loadN", number(group.loadN()))
        .and("u", number(group.uncertaintyN()))
        .build();
  }

  private static double seconds(long fromNanos, long toNanos) {
    return (toNanos - fromNanos) / 1e9;
  }

  private static Value number(double number) {
    return Double.isFinite(number) ? new Value.Real(number) : Value.ABSENT;
  }
}
