// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp.session;

import java.util.List;

/**
 * A reader as the site has it.
 *
 * @param antennas ports that are used, from 1; empty for all there are
 * @param radio how the tags are spoken to
 * @param tidWords words of 16 bits of the chip's own id to read; 0 for none
 * @param userWords words of the user bank to read, from its beginning; 0 for none
 * @param keepaliveMs how often the reader is to show that it lives
 * @param answerWithinNanos after this time without an answer the connection is given up
 * @param allowedKhz frequencies the licence allows; empty when they are not checked
 * @param hopTable which of the reader's tables of frequencies is in use; 0 for its first
 * @param offerVersion2 whether LLRP 1.1 is asked for
 * @param mostSightingsPerS above it repeated sightings are merged, above twice it they are dropped
 */
public record Settings(
    String deviceId,
    String address,
    List<Integer> antennas,
    Radio radio,
    int tidWords,
    int userWords,
    int keepaliveMs,
    long answerWithinNanos,
    List<Integer> allowedKhz,
    int hopTable,
    boolean offerVersion2,
    int mostSightingsPerS) {

  public Settings {
    antennas = List.copyOf(antennas);
    allowedKhz = List.copyOf(allowedKhz);
  }

  /**
   * How tags are spoken to; negative where the reader is to use what it has.
   *
   * @param powerIndex into the reader's table of transmit powers
   * @param modeIndex of its radio modes
   * @param tariNs length of a zero
   * @param session 0 to 3: how long a tag stays silent after it was heard
   * @param population how many tags are expected at once
   */
  public record Radio(
      int powerIndex, int modeIndex, int tariNs, int session, int population, int transitMs) {}

  /** What error messages call it. */
  String place() {
    return "reader " + deviceId + " at " + address;
  }
}
