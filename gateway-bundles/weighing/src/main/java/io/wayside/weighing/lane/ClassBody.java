// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.lane;

import io.wayside.core.data.Value;
import io.wayside.core.vehicle.Classification;
import io.wayside.core.vehicle.VehicleClass;
import java.util.Locale;

/** A class as it stands in records and on the standard output. */
public final class ClassBody {

  private ClassBody() {}

  public static Value.Fields of(Classification found) {
    return Value.Fields.with("scheme", found.scheme())
        .and("status", found.status().name().toLowerCase(Locale.ROOT))
        .and(
            "id",
            found
                .choice()
                .<Value>map(c -> new Value.Text(c.vehicleClass().id()))
                .orElse(Value.ABSENT))
        .and("name", found.choice().map(c -> name(c.vehicleClass())).orElse(Value.ABSENT))
        .and("rule", found.choice().<Value>map(c -> new Value.Text(c.rule())).orElse(Value.ABSENT))
        .and(
            "alternatives",
            found.alternatives().stream()
                .map(
                    other ->
                        Value.Fields.with("id", other.vehicleClass().id())
                            .and("rule", other.rule())
                            .and("reason", other.reason())
                            .build())
                .toList())
        .build();
  }

  private static Value name(VehicleClass vehicleClass) {
    return Value.Fields.with("en", vehicleClass.name().en())
        .and("vi", vehicleClass.name().vi())
        .build();
  }
}
