// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SamplesTest {

  @Test
  void theMedianDoesNotMindOneBadRun() {
    Samples samples = new Samples();
    for (double value : new double[] {3, 1000, 1, 2, 4}) {
      samples.add(value);
    }
    assertThat(samples.median()).isEqualTo(3);
    assertThat(samples.largest()).isEqualTo(1000);
    assertThat(samples.count()).isEqualTo(5);
  }

  @Test
  void anEvenNumberTakesTheMeanOfTheMiddleTwo() {
    Samples samples = new Samples();
    samples.add(1);
    samples.add(4);
    assertThat(samples.median()).isEqualTo(2.5);
  }

  @Test
  void nothingMeasuredIsNoFigure() {
    assertThatThrownBy(() -> new Samples().median()).isInstanceOf(IllegalStateException.class);
  }
}
