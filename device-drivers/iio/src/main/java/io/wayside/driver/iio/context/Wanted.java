// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.iio.context;

import io.wayside.core.device.SampleStream.Channel;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One channel the site asks for, written {@code [name=]id[#n] [unit=U] [scale=S] [offset=O]}, such
 * as {@code left=voltage0 unit=N scale=0.125 offset=-310}.
 *
 * @param name how the gateway calls it
 * @param id how the kernel calls it
 * @param which of values side by side in one element, from 0
 * @param unit UCUM code of (raw + offset) × scale
 * @param scale in place of the device's
 * @param offset in place of the device's, in raw counts
 */
public record Wanted(
    String name, String id, int which, String unit, OptionalDouble scale, OptionalDouble offset) {

  private static final Pattern CHANNEL =
      Pattern.compile("(?:([^=\\s]+)=)?([a-z][a-z0-9_-]*)(?:#(\\d{1,2}))?");
  private static final String FORM =
      "; write it as [name=]id [unit=U] [scale=S] [offset=O], such as left=voltage0 unit=N"
          + " scale=0.125";

  /**
   * Reads the channels of a device.
   *
   * @throws IllegalArgumentException that quotes the wrong one and shows the right form
   */
  public static List<Wanted> all(String deviceId, String... texts) {
    Set<String> names = new HashSet<>();
    List<Wanted> all = List.of(texts).stream().map(text -> parse(deviceId, text)).toList();
    if (all.isEmpty()) {
      throw new IllegalArgumentException(deviceId + ": no channels are given" + FORM);
    }
    for (Wanted wanted : all) {
      if (!names.add(wanted.name())) {
        throw new IllegalArgumentException(
            deviceId + ": two channels are named " + wanted.name() + "; give each its own name");
      }
    }
    return all;
  }

  public Channel offered() {
    return new Channel(name, unit);
  }

  private static Wanted parse(String deviceId, String text) {
    String[] words = text.strip().split("\\s+", -1);
    Matcher channel = CHANNEL.matcher(words[0]);
    if (!channel.matches()) {
      throw wrong(deviceId, text);
    }
    String id = channel.group(2);
    String which = channel.group(3) == null ? "0" : channel.group(3);
    String name = channel.group(1) != null ? channel.group(1) : words[0];
    String unit = Attributes.unit(id);
    OptionalDouble scale = OptionalDouble.empty();
    OptionalDouble offset = OptionalDouble.empty();
    for (int i = 1; i < words.length; i++) {
      String value = words[i].substring(words[i].indexOf('=') + 1);
      if (words[i].startsWith("unit=") && !value.isEmpty()) {
        unit = value;
      } else if (words[i].startsWith("scale=")) {
        scale = number(deviceId, text, value);
      } else if (words[i].startsWith("offset=")) {
        offset = number(deviceId, text, value);
      } else {
        throw wrong(deviceId, text);
      }
    }
    return new Wanted(name, id, Integer.parseInt(which), unit, scale, offset);
  }

  private static OptionalDouble number(String deviceId, String text, String value) {
    try {
      double number = Double.parseDouble(value);
      if (Double.isFinite(number)) {
        return OptionalDouble.of(number);
      }
    } catch (NumberFormatException noNumber) {
      throw wrong(deviceId, text);
    }
    throw wrong(deviceId, text);
  }

  private static IllegalArgumentException wrong(String deviceId, String text) {
    return new IllegalArgumentException(deviceId + ": channel \"" + text + "\" is unclear" + FORM);
  }
}
