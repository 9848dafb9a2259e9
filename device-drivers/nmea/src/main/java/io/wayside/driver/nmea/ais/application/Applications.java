// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.ais.application;

import io.wayside.driver.nmea.ais.bits.Bits;
import java.util.Optional;
import java.util.Set;

/**
 * Which content is read how.
 *
 * @param monitoring areas under whose number 10 aids report their health; the number of an area
 *     says who defined it, not where the aid is
 * @param levels how gauges write levels below their zero
 */
public record Applications(Set<Integer> monitoring, LevelSign levels) {

  private static final int ENCRYPTED = 990;
  private static final int MONITORING = 10;
  private static final int INTERNATIONAL = 1;
  private static final int INLAND = 200;
  private static final int TRINITY_HOUSE = 235;
  private static final int SEALITE = 1022;

  /** Great Britain, Ireland and the United States. */
  public static final Applications USUAL =
      new Applications(Set.of(TRINITY_HOUSE, 250, 366), LevelSign.TWOS_COMPLEMENT);

  public Applications {
    monitoring = Set.copyOf(monitoring);
  }

  /** Content for one station. */
  public Application addressed(int dac, int fi, Bits bits) {
    return known(dac, fi, bits).orElseGet(() -> other(dac, bits));
  }

  /** Content for everybody. */
  public Application broadcast(int dac, int fi, Bits bits) {
    return forAll(dac, fi, bits).or(() -> known(dac, fi, bits)).orElseGet(() -> other(dac, bits));
  }

  /** Content of no application. */
  public Application unstructured(Bits bits) {
    return new OtherApplication(OtherApplication.Why.UNSTRUCTURED, bits);
  }

  private static Application other(int dac, Bits bits) {
    return new OtherApplication(
        dac == ENCRYPTED ? OtherApplication.Why.ENCRYPTED : OtherApplication.Why.NOT_READ, bits);
  }

  /** What aids send to their station ashore; some also to everybody. */
  private Optional<Application> known(int dac, int fi, Bits bits) {
    if (fi == MONITORING && monitoring.contains(dac)) {
      return AidMonitoring.of(bits);
    }
    if (dac == TRINITY_HOUSE && fi == 20) {
      return BuoyPosition.of(bits);
    }
    if (dac == 0 && fi == 0) {
      return ZeniBuoy.of(bits);
    }
    if (dac == SEALITE && fi == 61) {
      return SealiteLantern.of(bits);
    }
    return Optional.empty();
  }

  private Optional<Application> forAll(int dac, int fi, Bits bits) {
    if (dac == INTERNATIONAL) {
      return MetHydro.of(fi, bits);
    }
    if (dac != INLAND) {
      return Optional.empty();
    }
    return switch (fi) {
      case 24 -> WaterLevels.of(bits, levels);
      case 25 -> BridgeClearance.of(bits);
      case 40 -> SignalStation.of(bits);
      default -> Optional.empty();
    };
  }
}
