// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.heard;

import io.wayside.driver.nmea.ais.Settings;
import io.wayside.driver.nmea.ais.application.Applications;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How one receiver is to be understood.
 *
 * @param areas of whom number 10 of binary messages is the health of an aid, the DACs
 * @param announces whether the gateway itself has its transponder send: then what the transponder
 *     says it sent is the gateway's own words, and proves nothing
 */
public record Listening(
    TransducerNames transducers, GaugeSigns gauges, Set<Integer> areas, boolean announces) {

  private static final int LARGEST_AREA = 1023;

  public Listening {
    areas = Set.copyOf(areas);
    areas.forEach(Listening::area);
  }

  /** With nothing named, and the usual areas. */
  public static Listening plainly() {
    return new Listening(
        TransducerNames.parse(List.of()),
        GaugeSigns.parse(List.of()),
        Applications.USUAL.monitoring(),
        false);
  }

  /**
   * Areas as a site's document has them.
   *
   * @throws IllegalArgumentException when one is no number of an area
   */
  public static Set<Integer> areas(int[] numbers) {
    return Arrays.stream(numbers).map(Listening::area).boxed().collect(Collectors.toSet());
  }

  private static int area(int number) {
    if (number < 0 || number > LARGEST_AREA) {
      throw new IllegalArgumentException(
          "monitoringAreas: " + number + " is no DAC; they go from 0 to " + LARGEST_AREA);
    }
    return number;
  }

  Settings settings() {
    return new Settings(
        Settings.USUAL.partsWithin(),
        Settings.USUAL.mostBegun(),
        new Applications(areas, Settings.USUAL.applications().levels()));
  }
}
