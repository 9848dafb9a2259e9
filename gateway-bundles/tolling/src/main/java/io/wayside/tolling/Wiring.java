// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling;

import io.wayside.core.data.GarbledData;
import java.util.HashMap;
import java.util.Map;

/**
 * Which device is which part of a lane or gate. None is two: with one loop as arming and safety
 * loop whoever stands on it would count as having passed, and one line cannot raise and lower.
 */
final class Wiring {

  private final String station;
  private final Map<String, String> parts = new HashMap<>();

  Wiring(String station) {
    this.station = station;
  }

  /**
   * A part by its setting; one that is not fitted has no device.
   *
   * @throws GarbledData when the device is another part already
   */
  void part(String setting, String device) throws GarbledData {
    String other = device.isEmpty() ? null : parts.put(device, setting);
    if (other != null) {
      throw new GarbledData(
          "stations."
              + station
              + " has \""
              + device
              + "\" as "
              + other
              + " and as "
              + setting
              + "; each needs a device of its own");
    }
  }
}
