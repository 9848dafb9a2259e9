// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.heard;

import io.wayside.driver.nmea.sentence.plain.Plain.Alarm;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Alarms that a talker has raised and not taken back. */
final class Alarms {

  private static final int MOST = 32;

  /** Transmitter, antenna, the three receivers and the whole, as AIS stations number them. */
  private static final Set<String> OF_THE_RADIO = Set.of("001", "002", "003", "004", "005", "006");

  private final Map<String, Alarm> raised = new LinkedHashMap<>();

  /** Notes it; whether it is about the radio. */
  boolean note(String talker, Alarm alarm) {
    String key = talker + alarm.id();
    if (!alarm.raised()) {
      raised.remove(key);
    } else if (raised.size() < MOST) {
      raised.put(key, alarm);
    }
    return isOfTheRadio(alarm);
  }

  private static boolean isOfTheRadio(Alarm alarm) {
    return OF_THE_RADIO.contains(alarm.id());
  }

  boolean radioIsFaulty(String talker) {
    return raised.entrySet().stream()
        .anyMatch(each -> each.getKey().startsWith(talker) && isOfTheRadio(each.getValue()));
  }

  /** The first of them in words. */
  Optional<String> inWords() {
    return raised.values().stream()
        .findFirst()
        .map(alarm -> "alarm " + alarm.id() + (alarm.text().isEmpty() ? "" : ": " + alarm.text()));
  }
}
