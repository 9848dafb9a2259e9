// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LoaderTest {

  @Test
  void gatewaysWorkAtTheirRateAndOutOfStep() {
    Random random = new Random(2);
    for (int round = 0; round < 200; round++) {
      int gateways = 1 + random.nextInt(500);
      double rateHz = 0.05 + random.nextDouble() * 20;
      double elapsedS = random.nextDouble() * 100;
      long all = 0;
      long most = 0;
      long least = Long.MAX_VALUE;
      for (int i = 0; i < gateways; i++) {
        long due = Loader.due(elapsedS, rateHz, i, gateways);
        assertThat(due).isGreaterThanOrEqualTo(Loader.due(elapsedS * 0.99, rateHz, i, gateways));
        all += due;
        most = Math.max(most, due);
        least = Math.min(least, due);
      }
      assertThat(most - least).isLessThanOrEqualTo(1);
      assertThat((double) all)
          .isBetween(gateways * rateHz * elapsedS - 1, gateways * rateHz * elapsedS + 1);
    }
  }
}
