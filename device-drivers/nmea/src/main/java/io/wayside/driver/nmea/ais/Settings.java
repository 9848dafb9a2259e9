// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.ais;

import io.wayside.driver.nmea.ais.application.Applications;
import java.time.Duration;

/**
 * How one receiver is read.
 *
 * @param partsWithin how long a message may take from its first to its last part
 * @param mostBegun how many messages may be waiting for parts
 */
public record Settings(Duration partsWithin, int mostBegun, Applications applications) {

  public static final Settings USUAL = new Settings(Duration.ofSeconds(4), 64, Applications.USUAL);

  public Settings {
    if (partsWithin.isNegative() || partsWithin.isZero() || mostBegun < 1) {
      throw new IllegalArgumentException(
          "parts must be waited for, and at least one message: " + partsWithin + ", " + mostBegun);
    }
  }
}
