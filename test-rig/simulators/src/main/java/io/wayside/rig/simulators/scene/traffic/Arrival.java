// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.scene.traffic;

import io.wayside.rig.simulators.scene.shape.VehicleKind;
import java.util.Optional;

/**
 * A vehicle that comes onto the road.
 *
 * @param timeS not before this
 * @param look settles size, shape and paint
 * @param xM where across the road it drives
 * @param wishMps how fast it would go alone
 * @param filters whether it squeezes past what is slow
 * @param halt where it stops, if it does
 */
public record Arrival(
    double timeS,
    VehicleKind kind,
    long look,
    double xM,
    Way way,
    double wishMps,
    boolean filters,
    Optional<Halt> halt) {

  /**
   * A stop of one vehicle by itself.
   *
   * @param yM where its middle stands
   * @param xM across the road while it stands
   * @param forS how long
   */
  public record Halt(double yM, double xM, double forS) {}

  public static Arrival of(
      double timeS, VehicleKind kind, long look, double xM, Way way, double wishMps) {
    return new Arrival(timeS, kind, look, xM, way, wishMps, false, Optional.empty());
  }

  public Arrival filtering() {
    return new Arrival(timeS, kind, look, xM, way, wishMps, true, halt);
  }

  public Arrival halting(Halt where) {
    return new Arrival(timeS, kind, look, xM, way, wishMps, filters, Optional.of(where));
  }
}
