// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.waterway;

import io.wayside.rig.simulators.water.FaultKind;
import io.wayside.rig.simulators.water.Weather;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a field may go through. */
enum WaterScenario {
  CALM(Weather.CALM, "nothing happens, in calm weather"),
  STORM(Weather.STORM, "nothing happens, in storm, flood and bad reception"),
  LOW_WATER(Weather.LOW_WATER, "nothing happens, while buoys swing widely"),
  BAD_GAUGE(Weather.LOW_WATER, "nothing happens, and the gauge is now and then mad"),
  LAMPS(Weather.MIXED, "lamps and photocells fail"),
  POWER(Weather.MIXED, "batteries wear out and panels are gone"),
  ADRIFT(Weather.MIXED, "buoys are dragged, stolen and lost"),
  TOW(Weather.MIXED, "a tow strikes buoys, doors are opened"),
  SILENCE(Weather.MIXED, "transponders and receivers fall silent"),
  MIXED(Weather.MIXED, "everything of the above");

  private final Weather weather;
  private final String about;

  WaterScenario(Weather weather, String about) {
    this.weather = weather;
    this.about = about;
  }

  Weather weather() {
    return weather;
  }

  /** What goes wrong in it. */
  Set<FaultKind> kinds() {
    return switch (this) {
      case CALM, STORM, LOW_WATER, BAD_GAUGE -> EnumSet.noneOf(FaultKind.class);
      case LAMPS ->
          EnumSet.of(
              FaultKind.LAMP_DEAD,
              FaultKind.LAMP_WEAK,
              FaultKind.WRONG_RHYTHM,
              FaultKind.DAY_BURNER,
              FaultKind.PHOTOCELL_SAYS_DAY);
      case POWER -> EnumSet.of(FaultKind.BATTERY_WORN, FaultKind.PANEL_GONE);
      case ADRIFT -> EnumSet.of(FaultKind.MOORING_PARTED, FaultKind.DRAGGED, FaultKind.STOLEN);
      case TOW -> EnumSet.of(FaultKind.STRUCK, FaultKind.DOOR_OPENED);
      case SILENCE -> EnumSet.of(FaultKind.TRANSPONDER_DEAD, FaultKind.GNSS_FAILED);
      case MIXED -> EnumSet.allOf(FaultKind.class);
    };
  }

  boolean gaugeSpikes() {
    return this == BAD_GAUGE || this == MIXED;
  }

  String about() {
    return about;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static List<WaterScenario> named(String word) {
    if (word.equals("all")) {
      return List.of(values());
    }
    return Arrays.stream(values())
        .filter(each -> each.word().equals(word))
        .findFirst()
        .map(List::of)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no scenario \""
                        + word
                        + "\"; there are all, "
                        + String.join(
                            ", ", Arrays.stream(values()).map(WaterScenario::word).toList())));
  }
}
