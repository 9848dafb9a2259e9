// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.motion.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PavementBendTest {
  private static final PavementBend BEND = new PavementBend(0.04, 0.2);

  @Test
  void theDipIsAsDeepAsItSaysAndWhereItSays() {
    assertThat(BEND.at(0.2 * Math.sqrt(3))).isCloseTo(-0.04, within(1e-12));
    for (double x = -2; x < 2; x += 0.01) {
      assertThat(BEND.at(x)).isGreaterThanOrEqualTo(-0.04 - 1e-12);
      assertThat(BEND.at(x)).isCloseTo(BEND.at(-x), within(1e-12));
    }
  }

  @Test
  void itHasNoAreaAndEndsWithinItsReach() {
    double area = 0;
    double most = 0;
    for (double x = -3; x < 3; x += 0.001) {
      area += 0.001 * BEND.at(x);
      if (Math.abs(x) > BEND.reachM()) {
        most = Math.max(most, Math.abs(BEND.at(x)));
      }
    }
    assertThat(area).isCloseTo(0, within(1e-6));
    assertThat(most).isLessThan(1e-5);
  }

  @Test
  void aStiffPavementIsNotFeltAtAll() {
    assertThat(PavementBend.NONE.at(0.1)).isZero();
    assertThat(PavementBend.NONE.reachM()).isZero();
  }
}
