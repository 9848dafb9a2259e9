// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.modbus;

import io.wayside.core.link.LinkAddress;
import io.wayside.core.link.LinkAddress.Serial;

/**
 * What all devices of a line have in common.
 *
 * @param rtu with a check and silences, or else with a TCP header
 * @param silenceNanos between the last byte of one frame and the first of the next
 * @param firstRetryMs longest wait before the line is opened anew
 * @param longestRetryMs longest wait between two attempts
 */
record LineSettings(boolean rtu, long silenceNanos, int firstRetryMs, int longestRetryMs) {

  /** Section 2.5.1.1 of the serial line guide: above 19200 baud the silence is 1.75 ms. */
  private static final long FAST_SILENCE_NANOS = 1_750_000;

  private static final int FAST_BAUD = 19_200;

  static LineSettings of(Config config, LinkAddress address) {
    boolean rtu =
        switch (config.framing()) {
          case RTU -> true;
          case TCP -> false;
          case BY_LINK -> address instanceof Serial;
        };
    return new LineSettings(
        rtu, rtu ? silenceNanos(address) : 0, config.firstRetryMs(), config.longestRetryMs());
  }

  /** 3.5 characters of start, data, parity and stop bits. */
  private static long silenceNanos(LinkAddress address) {
    if (!(address instanceof Serial serial) || serial.baud() > FAST_BAUD) {
      return FAST_SILENCE_NANOS;
    }
    int bits = 1 + serial.dataBits() + 2;
    return Math.round(3.5 * bits * 1e9 / serial.baud());
  }
}
