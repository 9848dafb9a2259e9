// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator;

import io.wayside.core.device.DeviceException;
import io.wayside.core.device.WeightReading;
import io.wayside.driver.indicator.codec.IndicatorFormat;
import io.wayside.driver.indicator.codec.Key;
import io.wayside.driver.indicator.codec.Keys;
import java.util.Locale;
import java.util.Optional;

/** Keys as an indicator's format has them. */
final class FormatKeys implements Keyboard.Wire {

  private final String deviceId;
  private final IndicatorFormat format;
  private final Keys keys;
  private final boolean released;
  private final KeyDesk desk;

  /**
   * The keys of a device.
   *
   * @param released whether the site allows keys to be pressed over the line
   */
  FormatKeys(
      String deviceId, IndicatorFormat format, int deviceNumber, boolean released, KeyDesk desk) {
    this.deviceId = deviceId;
    this.format = format;
    this.keys = format.keys(deviceNumber);
    this.released = released;
    this.desk = desk;
  }

  @Override
  public Optional<String> missing(Key key) {
    if (keys.commands().isEmpty()) {
      return Optional.of(
          "%s (format %s) only speaks and takes no commands: press the key on the indicator"
              .formatted(family(), format));
    }
    if (!keys.commands().containsKey(key)) {
      return Optional.of(
          "format %s has no command for %s: press the key on the indicator"
              .formatted(format, key.name().toLowerCase(Locale.ROOT).replace('_', ' ')));
    }
    return released
        ? Optional.empty()
        : Optional.of(
            "keys of %s are not released for its line: press the key on the indicator, or set"
                    .formatted(deviceId)
                + " takesCommands where its approval and its set-up allow it");
  }

  private String family() {
    return format.name().startsWith("YAOHUA") ? "XK3190 in continuous mode" : "this indicator";
  }

  @Override
  public void press(Key key, String kilograms, WeightReading now) throws DeviceException {
    if (key == Key.PRESET_TARE && !format.takesKilograms(now.rawFrame())) {
      throw new DeviceException.Refused(
          "its display does not show kilograms, and a tare would be taken in its unit: switch it"
              + " to kg");
    }
    desk.press(key, keys.bytes(key, kilograms).orElseThrow(), keys.answered());
  }
}
