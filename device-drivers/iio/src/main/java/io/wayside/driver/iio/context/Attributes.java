// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.iio.context;

import java.util.List;

/** Under which names the kernel may keep an attribute of a channel, the most specific first. */
public final class Attributes {

  private Attributes() {}

  /**
   * File names, such as {@code in_voltage0_scale}, {@code in_voltage_scale}; of a differential
   * channel {@code in_voltage0-voltage1_scale}, {@code in_voltage-voltage_scale}.
   */
  public static List<String> names(String channelId, String attribute) {
    String kind = channelId.replaceAll("\\d+", "");
    String first = kind.contains("-") ? kind.substring(0, kind.indexOf('-')) : kind;
    return List.of(
            "in_" + channelId + "_" + attribute,
            "in_" + kind + "_" + attribute,
            "in_" + first + "_" + attribute,
            "in_" + attribute)
        .stream()
        .distinct()
        .toList();
  }

  /** Unit of raw values after offset and scale (Linux, ABI/testing/sysfs-bus-iio), as UCUM. */
  public static String unit(String channelId) {
    String kind = channelId.replaceAll("[^a-z].*", "");
    return switch (kind) {
      case "voltage", "altvoltage" -> "mV";
      case "current" -> "mA";
      case "power" -> "mW";
      case "temp" -> "mCel";
      case "pressure" -> "kPa";
      case "humidityrelative" -> "m%";
      case "resistance" -> "Ohm";
      case "accel" -> "m/s2";
      case "anglvel" -> "rad/s";
      case "rot", "incli", "angl" -> "deg";
      default -> "1";
    };
  }
}
