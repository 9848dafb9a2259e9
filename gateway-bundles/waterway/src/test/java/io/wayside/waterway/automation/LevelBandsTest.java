// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.automation;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.Wording;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LevelBandsTest {

  private static final long S = 1_000_000_000L;

  private static LevelBands bands(double hysteresisM, double... fromM) {
    List<Band> bands = new ArrayList<>();
    bands.add(band("lowest", Double.NEGATIVE_INFINITY));
    for (double from : fromM) {
      bands.add(band("from " + from, from));
    }
    Steadiness atOnce = new Steadiness(1, Duration.ZERO, 0);
    return new LevelBands(bands, hysteresisM, new SteadyLevel(atOnce, 600 * S));
  }

  private static Band band(String name, double fromM) {
    return new Band(name, fromM, Wish.AUTOMATIC, new Wording("nước", "water"));
  }

  @Test
  void levelGoesUpAtOnceAndDownOnlyBelowTheHysteresis() {
    LevelBands bands = bands(0.2, 3.2);
    double[] levels = {3.0, 3.19, 3.2, 3.1, 3.01, 2.99, 3.1, 3.3};
    int[] wanted = {0, 0, 1, 1, 1, 0, 0, 1};
    for (int i = 0; i < levels.length; i++) {
      bands.heard(levels[i], i * S);
      assertThat(bands.band(i * S)).as("level %s", levels[i]).hasValue(wanted[i]);
    }
  }

  @Test
  void silentGaugeHasNoBandAndBeginsAnew() {
    LevelBands bands = bands(0.2, 3.2);
    assertThat(bands.band(0)).isEmpty();
    bands.heard(3.3, 0);
    assertThat(bands.band(600 * S)).hasValue(1);
    assertThat(bands.band(601 * S)).isEmpty();

    bands.heard(3.1, 700 * S);

    assertThat(bands.band(700 * S)).hasValue(0);
  }

  @Test
  void readingThatIsNoNumberIsNone() {
    LevelBands bands = bands(0.2, 3.2);
    bands.heard(3.3, 0);
    bands.heard(Double.NaN, 500 * S);
    bands.heard(Double.POSITIVE_INFINITY, 500 * S);

    assertThat(bands.band(601 * S)).isEmpty();
  }

  /** Each threshold by itself: on since the last reading outside its dead zone was above it. */
  @Test
  void bandIsTheNumberOfThresholdsThatAreOn() {
    Random chance = new Random(4711);
    for (int trial = 0; trial < 200; trial++) {
      double[] from = {1.0, 1.5 + chance.nextDouble(), 3.0 + chance.nextDouble()};
      double hysteresis = chance.nextDouble() * 0.49;
      LevelBands bands = bands(hysteresis, from);
      List<Double> history = new ArrayList<>();
      double level = 2;
      for (int i = 0; i < 300; i++) {
        level += chance.nextGaussian() * (chance.nextInt(20) == 0 ? 2 : 0.2);
        history.add(level);
        bands.heard(level, i * S);
        assertThat(bands.band(i * S)).hasValue(on(history, from, hysteresis));
      }
    }
  }

  private static int on(List<Double> history, double[] from, double hysteresis) {
    int on = 0;
    for (double threshold : from) {
      boolean is = false;
      for (double level : history) {
        is = level >= threshold || (is && level >= threshold - hysteresis);
      }
      on += is ? 1 : 0;
    }
    return on;
  }
}
