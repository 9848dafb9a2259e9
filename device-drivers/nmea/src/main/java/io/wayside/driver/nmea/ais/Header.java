// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.ais;

import io.wayside.driver.nmea.ais.bits.Bits;
import io.wayside.driver.nmea.ais.bits.BitsWriter;

/**
 * What every message begins with.
 *
 * @param type 0 to 63; the standard knows 1 to 28
 * @param repeat how often it was repeated, 0 to 3; 3 is not to be repeated again
 * @param mmsi who sends it, or for whom it is sent
 */
public record Header(int type, int repeat, int mmsi) {

  static final int LENGTH = 38;

  static Header of(Bits bits) {
    return new Header(bits.unsigned(0, 6), bits.unsigned(6, 2), bits.unsigned(8, 30));
  }

  BitsWriter write() {
    return new BitsWriter().put(type, 6).put(repeat, 2).put(mmsi, 30);
  }
}
