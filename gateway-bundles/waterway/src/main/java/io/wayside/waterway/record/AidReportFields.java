// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.record;

import io.wayside.core.data.Value;
import io.wayside.core.water.AidQuantity;
import io.wayside.core.water.Fix;
import io.wayside.core.water.LightStatus;
import io.wayside.core.water.RaconStatus;
import io.wayside.waterway.rhythm.Seen;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** A record of what an aid said, read back: what it did not say is empty. */
public record AidReportFields(Value.Fields body) {

  public Optional<Fix> fix() {
    OptionalDouble latitude = number(body.get("latitudeDeg"));
    OptionalDouble longitude = number(body.get("longitudeDeg"));
    if (latitude.isEmpty() || longitude.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Fix(
            latitude.getAsDouble(),
            longitude.getAsDouble(),
            number(body.get("sigmaM")),
            number(body.get("hdop"))));
  }

  /** What its own input saw of the lamp, which is proof; else its word. */
  public Optional<LightStatus> shines() {
    Optional<LightStatus> seen =
        state(Seen.class, "seen")
            .flatMap(
                what ->
                    switch (what) {
                      case NOT_KNOWN -> Optional.empty();
                      case DARK -> Optional.of(LightStatus.OFF);
                      case AS_EXPECTED, REDUCED, OTHER_RHYTHM -> Optional.of(LightStatus.ON);
                    });
    return seen.or(
        () -> state(LightStatus.class, "light").filter(told -> told != LightStatus.NOT_TOLD));
  }

  public Optional<RaconStatus> racon() {
    return state(RaconStatus.class, "racon").filter(told -> told != RaconStatus.NOT_TOLD);
  }

  public Optional<Integer> inputs() {
    return body.get("inputs") instanceof Value.Whole bits
        ? Optional.of((int) bits.value())
        : Optional.empty();
  }

  public Map<AidQuantity, Double> quantities() {
    Map<AidQuantity, Double> all = new EnumMap<>(AidQuantity.class);
    if (body.get("quantities") instanceof Value.Fields fields) {
      for (AidQuantity quantity : AidQuantity.values()) {
        number(fields.get(AidReportBody.name(quantity))).ifPresent(v -> all.put(quantity, v));
      }
    }
    return all;
  }

  private <S extends Enum<S>> Optional<S> state(Class<S> states, String name) {
    return body.get(name) instanceof Value.Text text
        ? AidStateBody.state(states, text.value())
        : Optional.empty();
  }

  private static OptionalDouble number(Value value) {
    if (value instanceof Value.Real real) {
      return OptionalDouble.of(real.value());
    }
    return value instanceof Value.Whole whole
        ? OptionalDouble.of((double) whole.value())
        : OptionalDouble.empty();
  }
}
