// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.iio.context;

import java.util.List;

/**
 * What the site asks of a converter.
 *
 * @param deviceId for messages
 * @param device name, label or id of the converter, such as {@code hx711} or {@code iio:device0}
 * @param rateHz to be set if the converter has a rate, and for polling
 * @param blockScans scans of one block
 * @param silentAfterMs without a sample for so long it is silent
 */
public record Request(
    String deviceId,
    String device,
    List<Wanted> channels,
    double rateHz,
    int blockScans,
    int silentAfterMs) {

  public Request {
    channels = List.copyOf(channels);
  }

  /** Whether this is the device, by any of the names it may have. */
  public boolean isFor(String id, String name, String label) {
    return device.equals(id) || device.equals(name) || device.equals(label);
  }

  /** Whether what the converter says is the rate asked for, within a thousandth. */
  public boolean isRate(String text) {
    try {
      return Math.abs(Double.parseDouble(text.strip()) - rateHz) < 1e-3 * rateHz;
    } catch (NumberFormatException noNumber) {
      return false;
    }
  }
}
