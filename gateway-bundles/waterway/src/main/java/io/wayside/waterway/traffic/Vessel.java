// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.traffic;

import io.wayside.core.water.VesselReport;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** What is known of a vessel itself; each part as it was told last. */
public record Vessel(
    String id,
    Optional<VesselReport.Station> station,
    Optional<String> name,
    OptionalInt shipType,
    Optional<VesselReport.Hull> hull,
    OptionalDouble draughtM) {

  static Vessel unknown(String id) {
    return new Vessel(
        id,
        Optional.empty(),
        Optional.empty(),
        OptionalInt.empty(),
        Optional.empty(),
        OptionalDouble.empty());
  }

  Vessel with(VesselReport report) {
    return new Vessel(
        id,
        Optional.of(report.station()),
        report.name().or(() -> name),
        report.shipType().isPresent() ? report.shipType() : shipType,
        report.hull().or(() -> hull),
        report.draughtM().isPresent() ? report.draughtM() : draughtM);
  }

  /** Whether a traffic count needs to know no more. */
  boolean isKnown() {
    return shipType.isPresent() && hull.isPresent();
  }

  public ShipGroup group() {
    return shipType.isPresent() ? ShipGroup.of(shipType.getAsInt()) : ShipGroup.UNKNOWN;
  }

  /** Over all; empty where the vessel did not say. */
  public OptionalDouble lengthM() {
    return positive(hull.map(VesselReport.Hull::lengthM).orElse(0.0));
  }

  public OptionalDouble beamM() {
    return positive(hull.map(VesselReport.Hull::beamM).orElse(0.0));
  }

  private static OptionalDouble positive(double metres) {
    return metres > 0 ? OptionalDouble.of(metres) : OptionalDouble.empty();
  }
}
