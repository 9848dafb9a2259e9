// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.site;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import io.wayside.core.record.RecordId;
import io.wayside.rig.central.store.StoredRecord;
import io.wayside.rig.simulators.weighlane.Vehicle;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;

/**
 * A weighing as the centre has it.
 *
 * @param axleKg mass of each axle; empty for one that never was at rest
 * @param grossKg empty when an axle has no mass
 * @param flags of the whole weighing
 * @param body all of it
 */
public record Weighing(
    RecordId id,
    List<OptionalDouble> axleKg,
    OptionalDouble grossKg,
    Set<String> flags,
    Value.Fields body) {

  /** Flags of every weighing of the rig, which throw no doubt on its masses. */
  public static final Set<String> CIRCUMSTANCES =
      Set.of("simulated", "uncalibrated", "clock-unsynchronised");

  public static boolean is(StoredRecord record) {
    return record.kind().startsWith("weighing/");
  }

  public static Weighing of(StoredRecord record) {
    try {
      Value.Fields body = fields(fields(Json.read(record.payload()).root()).get("body"));
      List<OptionalDouble> axles = new ArrayList<>();
      for (Value axle : ((Value.Many) body.get("axles")).values()) {
        axles.add(value(fields(axle).get("mass")));
      }
      Set<String> flags = new TreeSet<>();
      ((Value.Many) body.get("flags"))
          .values()
          .forEach(flag -> flags.add(((Value.Text) flag).value()));
      return new Weighing(record.id(), axles, value(body.get("gross")), flags, body);
    } catch (GarbledData garbled) {
      throw new IllegalStateException("the centre stored no JSON: " + record, garbled);
    }
  }

  /** Whether nothing throws doubt on its masses. */
  public boolean clean() {
    return CIRCUMSTANCES.containsAll(flags);
  }

  /** Whether it could be of this vehicle: all axles, each within one scale interval. */
  public boolean fits(Vehicle vehicle, double intervalKg) {
    if (axleKg.size() != vehicle.axleKg().size()) {
      return false;
    }
    for (int i = 0; i < axleKg.size(); i++) {
      double differenceKg = axleKg.get(i).orElse(Double.NaN) - vehicle.axleKg().get(i);
      if (!(Math.abs(differenceKg) <= intervalKg)) {
        return false;
      }
    }
    return true;
  }

  private static Value.Fields fields(Value value) {
    return (Value.Fields) value;
  }

  private static OptionalDouble value(Value measurement) {
    return measurement instanceof Value.Fields fields
            && fields.get("value") instanceof Value.Real real
        ? OptionalDouble.of(real.value())
        : OptionalDouble.empty();
  }
}
