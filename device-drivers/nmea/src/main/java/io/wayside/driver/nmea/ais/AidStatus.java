// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.ais;

import io.wayside.driver.nmea.ais.application.AidHealth;
import io.wayside.driver.nmea.ais.bits.Teller;
import java.util.Optional;

/**
 * The eight status bits of an aid. Three bits name a page, and only page 7 gives the other five
 * this meaning; all other pages say nothing that anybody may read.
 */
public record AidStatus(int bits) {

  private static final int PAGE_WITH_HEALTH = 7;

  /** The bits for an aid of this health. */
  public static AidStatus of(AidHealth health) {
    return new AidStatus(
        PAGE_WITH_HEALTH << 5
            | health.racon() << 3
            | health.light() << 1
            | (health.alarm() ? 1 : 0));
  }

  public int page() {
    return bits >>> 5;
  }

  public Optional<AidHealth> health() {
    return page() == PAGE_WITH_HEALTH
        ? Optional.of(new AidHealth(bits >>> 3 & 3, bits >>> 1 & 3, (bits & 1) == 1))
        : Optional.empty();
  }

  void tell(Teller to) {
    to.whole("regional", bits);
    health().ifPresent(known -> known.tell(to));
  }
}
