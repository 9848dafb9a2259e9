// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.watch;

import java.util.Optional;

/**
 * The answers to the five questions about an aid.
 *
 * @param planned why the light is dark on purpose, and since when, if it is
 */
public record Answers(
    Answer<LightState> light,
    Answer<PlaceState> place,
    Answer<PowerState> power,
    Answer<BodyState> body,
    Answer<TelemetryState> telemetry,
    Optional<Planned> planned) {

  /** Dark on purpose. */
  public record Planned(String reason, long sinceNanos) {}

  /** Whether another says the same, whatever its figures. */
  public boolean sameAs(Answers other) {
    return light.sameAs(other.light)
        && place.sameAs(other.place)
        && power.sameAs(other.power)
        && body.sameAs(other.body)
        && telemetry.sameAs(other.telemetry)
        && planned.map(Planned::sinceNanos).equals(other.planned.map(Planned::sinceNanos));
  }

  /**
   * Whether mariners must be warned: the aid itself misleads them. Silence, a low battery and an
   * open door are for those who maintain it.
   */
  public boolean misleads() {
    return light.state().fails() || place.state().fails();
  }
}
