// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.water;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What a vessel said of itself. One message tells where it is, another what it is: what is empty
 * was not in this one.
 *
 * @param monotonicNanos when the last byte of it arrived
 * @param vessel who speaks, as its wire names it: {@code mmsi:574123456}
 * @param speedMps over ground
 * @param courseDeg over ground, from true north
 * @param headingDeg of the bow, from true north
 * @param shipType type of ship and cargo as AIS counts them, 0 to 99
 * @param station by which kind of station it is heard
 */
public record VesselReport(
    long monotonicNanos,
    String vessel,
    Station station,
    Optional<Fix> fix,
    OptionalDouble speedMps,
    OptionalDouble courseDeg,
    OptionalDouble headingDeg,
    Optional<String> name,
    OptionalInt shipType,
    Optional<Hull> hull,
    OptionalDouble draughtM) {

  /** Kinds of stations vessels carry. */
  public enum Station {
    CLASS_A,
    CLASS_B,
    /** Long-range broadcast. */
    LONG_RANGE
  }

  /** From the antenna to the bow, the stern, port and starboard, in metres; 0 is not known. */
  public record Hull(double bowM, double sternM, double portM, double starboardM) {
    public double lengthM() {
      return bowM + sternM;
    }

    public double beamM() {
      return portM + starboardM;
    }
  }
}
