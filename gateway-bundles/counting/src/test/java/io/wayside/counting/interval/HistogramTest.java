// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Percentiles against the sorted values. */
class HistogramTest {

  private static final double STEP = 0.1;

  @Test
  void meanAndPercentilesAreThoseOfTheSortedValues() {
    Random random = new Random(1);
    for (int run = 0; run < 300; run++) {
      double[] values = new double[1 + random.nextInt(200)];
      Histogram histogram = new Histogram(STEP, 100);
      for (int i = 0; i < values.length; i++) {
        values[i] = Math.abs(20 + 8 * random.nextGaussian());
        histogram.add(values[i]);
      }
      Arrays.sort(values);
      assertThat(histogram.n()).isEqualTo(values.length);
      assertThat(histogram.mean().orElseThrow())
          .isCloseTo(Arrays.stream(values).average().orElseThrow(), within(1e-9));
      for (double share : new double[] {0.15, 0.5, 0.85}) {
        int rank = (int) Math.ceil(share * values.length) - 1;
        assertThat(histogram.percentile(share).orElseThrow())
            .isBetween(values[Math.max(0, rank)] - STEP, values[Math.max(0, rank)] + STEP)
            .isBetween(values[0], values[values.length - 1]);
      }
    }
  }

  @Test
  void ofNoValuesThereIsNeitherMeanNorPercentile() {
    Histogram none = new Histogram(STEP, 100);

    assertThat(none.mean()).isEmpty();
    assertThat(none.percentile(0.85)).isEmpty();
  }

  @Test
  void valuesBeyondTheTopCountAsTheTopInPercentilesAndAsThemselvesInTheMean() {
    Histogram histogram = new Histogram(STEP, 10);
    histogram.add(1_000);
    histogram.add(-5);

    assertThat(histogram.percentile(1).orElseThrow()).isCloseTo(10, within(2 * STEP));
    assertThat(histogram.percentile(0.2).orElseThrow()).isBetween(0.0, STEP);
    assertThat(histogram.mean()).hasValue(497.5);
  }
}
