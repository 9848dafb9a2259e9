// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.motion.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SamplesTest {
  private static final Samples SAMPLES = new Samples(1000, 100, new double[50]);

  @Test
  void aTimeIsFoundWithinTheBounds() {
    assertThat(SAMPLES.at(10.2)).isEqualTo(20);
    assertThat(SAMPLES.at(10.201)).isEqualTo(21);
    assertThat(SAMPLES.at(9)).isZero();
    assertThat(SAMPLES.at(11)).isEqualTo(50);
    assertThat(SAMPLES.at(Double.NEGATIVE_INFINITY)).isZero();
    assertThat(SAMPLES.count()).isEqualTo(50);
    assertThat(SAMPLES.first()).isEqualTo(1000);
  }
}
