// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.loadcell.chip;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Sampling rates of an ADS1256 with its crystal of 7.68 MHz, and their DRATE codes. */
enum Ads1256Rate {
  SPS_30000(30_000, 0xF0),
  SPS_15000(15_000, 0xE0),
  SPS_7500(7_500, 0xD0),
  SPS_3750(3_750, 0xC0),
  SPS_2000(2_000, 0xB0),
  SPS_1000(1_000, 0xA1),
  SPS_500(500, 0x92),
  SPS_100(100, 0x82),
  SPS_60(60, 0x72),
  SPS_50(50, 0x63),
  SPS_30(30, 0x53),
  SPS_25(25, 0x43),
  SPS_15(15, 0x33),
  SPS_10(10, 0x23),
  SPS_5(5, 0x13),
  SPS_2_5(2.5, 0x03);

  private final double hz;
  private final int code;

  Ads1256Rate(double hz, int code) {
    this.hz = hz;
    this.code = code;
  }

  byte code() {
    return (byte) code;
  }

  static Ads1256Rate of(double hz) {
    return Arrays.stream(values())
        .filter(rate -> rate.hz == hz)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "an ADS1256 has no rate of %s Hz; it has %s"
                        .formatted(
                            hz,
                            Arrays.stream(values())
                                .map(rate -> String.valueOf(rate.hz))
                                .collect(Collectors.joining(", ")))));
  }
}
