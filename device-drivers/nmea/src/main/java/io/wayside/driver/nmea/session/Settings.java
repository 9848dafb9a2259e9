// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.session;

/**
 * A receiver as the site has it.
 *
 * @param silentAfterNanos without a sentence for so long the signal is interrupted
 */
public record Settings(String deviceId, String address, long silentAfterNanos) {

  /** What error messages call it. */
  String place() {
    return "receiver " + deviceId + " at " + address;
  }

  boolean isSerial() {
    return address.startsWith("serial:");
  }
}
