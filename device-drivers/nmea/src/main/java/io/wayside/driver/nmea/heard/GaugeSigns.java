// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.heard;

import io.wayside.driver.nmea.ais.application.LevelSign;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How each gauge writes levels below its zero. Senders differ and the message does not say; a wrong
 * guess turns a flood into a drought, so a gauge that is not named here is not told.
 */
public final class GaugeSigns {

  private static final String ALL_OTHERS = "*";

  private final Map<String, LevelSign> byGauge;

  private GaugeSigns(Map<String, LevelSign> byGauge) {
    this.byGauge = byGauge;
  }

  /**
   * Of lines such as {@code AT727=TWOS_COMPLEMENT}; {@code *} stands for all that are not named.
   *
   * @throws IllegalArgumentException that quotes the line and shows the right form
   */
  public static GaugeSigns parse(List<String> lines) {
    Map<String, LevelSign> byGauge = new HashMap<>();
    for (String line : lines) {
      int equals = line.indexOf('=');
      try {
        byGauge.put(
            line.substring(0, Math.max(0, equals)).strip(),
            LevelSign.valueOf(line.substring(equals + 1).strip().toUpperCase(Locale.ROOT)));
      } catch (IllegalArgumentException e) {
        throw unreadable(line, e);
      }
      if (equals < 1) {
        throw unreadable(line, null);
      }
    }
    return new GaugeSigns(Map.copyOf(byGauge));
  }

  private static IllegalArgumentException unreadable(
      String line, @org.jspecify.annotations.Nullable Exception cause) {
    return new IllegalArgumentException(
        "sign of a gauge \""
            + line
            + "\" is not of the form AT727=TWOS_COMPLEMENT, country and number of the gauge, then"
            + " TWOS_COMPLEMENT, ONE_IS_ABOVE or ONE_IS_BELOW",
        cause);
  }

  Optional<LevelSign> of(String gauge) {
    return Optional.ofNullable(byGauge.getOrDefault(gauge, byGauge.get(ALL_OTHERS)));
  }
}
