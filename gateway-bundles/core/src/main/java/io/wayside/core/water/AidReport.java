// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.water;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What an aid to navigation said of itself, by radio or over a line. It says nothing of what it
 * should be doing. An aid may be heard without ever giving its place.
 *
 * @param monotonicNanos when the last byte of it arrived
 * @param aid who speaks, as its wire names it: {@code mmsi:992351132}, {@code lantern:lamp-3}
 * @param offPosition its own opinion, only where its wire says that it holds
 * @param alarm its own opinion of its health, only where its wire says that it holds
 * @param rhythm the code of the rhythm in force, in the device's own words
 * @param quantities what it measured; what is not there was not told
 * @param signs what it says is so
 * @param tells the signs it would have told, so that their absence means something
 * @param inputs up to eight digital inputs, lowest bit is input 0; the site's document names them
 */
public record AidReport(
    long monotonicNanos,
    String aid,
    Optional<String> name,
    Presence presence,
    Optional<Fix> fix,
    Optional<Boolean> offPosition,
    LightStatus light,
    RaconStatus racon,
    Optional<Boolean> alarm,
    LanternMode mode,
    Optional<String> rhythm,
    Map<AidQuantity, Double> quantities,
    Set<AidSign> signs,
    Set<AidSign> tells,
    OptionalInt inputs) {

  public AidReport {
    if (aid.isBlank()) {
      throw new IllegalArgumentException("a report must say of which aid it is");
    }
    quantities = Map.copyOf(quantities);
    signs = Set.copyOf(signs);
    tells = Set.copyOf(tells);
    if (!tells.containsAll(signs)) {
      throw new IllegalArgumentException("signs " + signs + " are not among those told, " + tells);
    }
  }

  /** A report in which nothing is told yet. */
  public static AidReport of(long monotonicNanos, String aid) {
    return new AidReport(
        monotonicNanos,
        aid,
        Optional.empty(),
        Presence.NOT_TOLD,
        Optional.empty(),
        Optional.empty(),
        LightStatus.NOT_TOLD,
        RaconStatus.NOT_TOLD,
        Optional.empty(),
        LanternMode.NOT_TOLD,
        Optional.empty(),
        Map.of(),
        Set.of(),
        Set.of(),
        OptionalInt.empty());
  }
}
