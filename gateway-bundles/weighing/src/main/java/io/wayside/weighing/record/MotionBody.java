// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.record;

import io.wayside.core.data.Value;
import io.wayside.core.quality.Flag;
import io.wayside.core.quality.Flags;
import io.wayside.weighing.motion.MotionAxle;
import io.wayside.weighing.motion.MotionFlags;
import io.wayside.weighing.motion.MotionGroup;
import io.wayside.weighing.motion.MotionVehicle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The body of a {@code weighing-in-motion/1}; moments in seconds from its beginning. */
final class MotionBody {

  private MotionBody() {}

  static Value.Fields of(
      MotionRecords.Origin origin,
      MotionVehicle vehicle,
      Flags flags,
      MotionRecords.Standing standing,
      MotionRecords.Judged judged) {
    List<Flag> against = MotionFlags.disqualifying(flags);
    return Value.Fields.with("instrument", origin.instrument())
        .and("kind", origin.kind())
        .and("device", origin.deviceId())
        .and("parameters", origin.parameters())
        .and("eventCounter", standing.eventCounter())
        .and("software", standing.software())
        .and("durationS", seconds(vehicle.beganNanos(), vehicle.endedNanos()))
        .and("speedMps", number(vehicle.speedMps()))
        .and("speedUncertaintyMps", number(vehicle.speedUncertaintyMps()))
        .and("accelerationMps2", number(vehicle.accelerationMps2()))
        .and("lengthM", number(vehicle.lengthM()))
        .and("temperatureC", number(vehicle.temperatureC()))
        .and("axles", axles(vehicle))
        .and("spacingsM", vehicle.spacingsM().stream().map(MotionBody::number).toList())
        .and("groups", vehicle.groups().stream().map(MotionBody::group).toList())
        .and("grossN", number(vehicle.grossN()))
        .and("grossUncertaintyN", number(vehicle.grossUncertaintyN()))
        .and("class", judged.vehicleClass())
        .and("decision", judged.decision())
        .and("forEnforcement", against.isEmpty())
        .and("against", against.stream().map(flag -> new Value.Text(flag.code())).toList())
        .and("flags", flags.toValue())
        .build();
  }

  private static List<Value> axles(MotionVehicle vehicle) {
    List<Value> axles = new ArrayList<>();
    for (MotionAxle axle : vehicle.axles()) {
      axles.add(
          Value.Fields.with("number", axles.size() + 1)
              .and("atS", seconds(vehicle.beganNanos(), axle.atNanos()))
              .and("loadN", number(axle.loadN()))
              .and("uncertaintyN", number(axle.uncertaintyN()))
              .and("leftN", number(axle.leftN()))
              .and("rightN", number(axle.rightN()))
              .and("speedMps", number(axle.speedMps()))
              .and("tyres", axle.tyres().name().toLowerCase(Locale.ROOT).replace('_', '-'))
              .and("flags", axle.flags().toValue())
              .build());
    }
    return axles;
  }

  private static Value group(MotionGroup group) {
    return Value.Fields.with("firstAxle", group.firstAxle() + 1)
        .and("axles", group.axles())
        .and("loadN", number(group.loadN()))
        .and("uncertaintyN", number(group.uncertaintyN()))
        .build();
  }

  private static double seconds(long fromNanos, long toNanos) {
    return (toNanos - fromNanos) / 1e9;
  }

  /** A number that cannot be told is a known gap. */
  private static Value number(double number) {
    return Double.isFinite(number) ? new Value.Real(number) : Value.ABSENT;
  }
}
