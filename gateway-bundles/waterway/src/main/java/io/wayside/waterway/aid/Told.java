// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.aid;

/**
 * Somebody on a wire that a device hears: {@code ais-1/mmsi:992351132}.
 *
 * @param device id of the device in the site document
 * @param name as the wire names it
 */
public record Told(String device, String name) {

  public Told {
    if (device.isBlank() || name.isBlank()) {
      throw new IllegalArgumentException("a source is DEVICE/NAME, such as ais-1/mmsi:992351132");
    }
  }

  /** Reads {@code DEVICE/NAME}; the name may have further strokes in it. */
  public static Told of(String text) {
    int stroke = text.indexOf('/');
    if (stroke < 1 || stroke == text.length() - 1) {
      throw new IllegalArgumentException(
          "\"" + text + "\" does not read DEVICE/NAME, such as ais-1/mmsi:992351132");
    }
    return new Told(text.substring(0, stroke), text.substring(stroke + 1));
  }

  @Override
  public String toString() {
    return device + "/" + name;
  }
}
