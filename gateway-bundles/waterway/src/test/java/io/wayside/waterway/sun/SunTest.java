// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.sun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SunTest {

  /** Where the sun stands at the pole is its declination. */
  @ParameterizedTest
  @CsvSource({
    // Meeus, Astronomical Algorithms, example 25.a; dynamical time was 59 s ahead of UTC.
    "1992-10-12T23:59:01Z,-7.785",
    // Equinoxes and solstices of 2017: Astronomical Phenomena for the Year 2017 (USNO, HMNAO).
    "2017-03-20T10:29:00Z,0.0",
    "2017-06-21T04:24:00Z,23.434",
    "2017-09-22T20:02:00Z,0.0",
    "2017-12-21T16:28:00Z,-23.434",
  })
  void declinationIsThatOfTheAlmanac(Instant when, double declination) {
    assertThat(Sun.elevationDeg(when, 90, 0)).isCloseTo(declination, within(0.02));
    assertThat(Sun.elevationDeg(when, -90, 77)).isCloseTo(-declination, within(0.02));
  }

  /** The worked example of the Solar Position Algorithm, NREL/TP-560-34302, without refraction. */
  @Test
  void elevationIsThatOfTheReferenceAlgorithm() {
    assertThat(Sun.elevationDeg(Instant.parse("2003-10-17T19:30:30Z"), 39.742476, -105.1786))
        .isCloseTo(39.872, within(0.02));
  }

  /** Sunrise and sunset in London on a solstice, as almanacs print them to the minute. */
  @Test
  void sunRisesAndSetsWhenAlmanacsSay() {
    Instant rise = Instant.parse("2020-06-20T03:43:00Z");
    Instant set = Instant.parse("2020-06-20T20:21:00Z");
    double latitude = 51.507;
    double longitude = -0.128;

    assertThat(Sun.elevationDeg(rise, latitude, longitude)).isCloseTo(-0.833, within(0.15));
    assertThat(Sun.elevationDeg(set, latitude, longitude)).isCloseTo(-0.833, within(0.15));
    assertThat(Sun.isNight(rise.minusSeconds(240), latitude, longitude, 0)).isTrue();
    assertThat(Sun.isNight(rise.plusSeconds(240), latitude, longitude, 0)).isFalse();
    assertThat(Sun.isDay(set.minusSeconds(240), latitude, longitude, 0)).isTrue();
    assertThat(Sun.isDay(set.plusSeconds(240), latitude, longitude, 0)).isFalse();
  }

  @Test
  void betweenDayAndNightLiesTheMargin() {
    Instant set = Instant.parse("2020-06-20T20:21:00Z");
    for (int minute = -20; minute <= 20; minute++) {
      Instant when = set.plus(Duration.ofMinutes(minute));
      boolean night = Sun.isNight(when, 51.507, -0.128, 1);
      boolean day = Sun.isDay(when, 51.507, -0.128, 1);
      assertThat(night && day).isFalse();
      if (Math.abs(Math.abs(minute) - 8) > 2) {
        assertThat(night).as("%d min", minute).isEqualTo(minute > 8);
        assertThat(day).as("%d min", minute).isEqualTo(minute < -8);
      }
    }
  }

  @Test
  void noonIsHighestAndAnHourFurtherEastIsAnHourEarlier() {
    Instant day = Instant.parse("2026-11-22T00:00:00Z");
    for (int minute = 0; minute < 1440; minute += 7) {
      Instant when = day.plus(Duration.ofMinutes(minute));
      double here = Sun.elevationDeg(when, 21.03, 105.85);
      assertThat(here).isBetween(-90.0, 90 - 21.03 - 20.0 + 0.2);
      assertThat(Sun.elevationDeg(when.minusSeconds(3600), 21.03, 120.85))
          .as("but for what the sun moves on in an hour")
          .isCloseTo(here, within(0.05));
    }
  }
}
