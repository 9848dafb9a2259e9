// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TicksTest {

  @Test
  void ticksAreRoundAndEncloseWhatIsShown() {
    Ticks ticks = Ticks.enclosing("x", -0.93, 1.12, 5);

    assertThat(ticks.at().stream().map(ticks::text))
        .containsExactly("-1.0", "-0.5", "0.0", "0.5", "1.0", "1.5");
  }

  @Test
  void anyRangeHasAFewTicksThatEncloseIt() {
    Random random = new Random(4);
    for (int i = 0; i < 2000; i++) {
      double least = random.nextGaussian() * Math.pow(10, random.nextInt(8) - 4);
      double most = least + Math.abs(random.nextGaussian()) * Math.pow(10, random.nextInt(8) - 4);
      Ticks ticks = Ticks.enclosing("x", least, most, 6);
      double tolerance = 1e-6 * ticks.step();

      assertThat(ticks.from()).isLessThanOrEqualTo(least + tolerance);
      assertThat(ticks.to()).isGreaterThanOrEqualTo(most - tolerance);
      assertThat(ticks.at()).hasSizeBetween(2, 10);
      assertThat(ticks.at().stream().map(ticks::text)).doesNotHaveDuplicates();
    }
  }

  @Test
  void aRangeOfNothingStillHasAnAxis() {
    assertThat(Ticks.enclosing("x", 5, 5, 4).at()).hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void valuesBeyondTheAxisLieOnItsEdge() {
    Ticks ticks = new Ticks("x", 0, 10, 5);

    assertThat(ticks.share(-3)).isZero();
    assertThat(ticks.share(2.5)).isEqualTo(0.25);
    assertThat(ticks.share(99)).isEqualTo(1);
  }
}
