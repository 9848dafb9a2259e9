// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.iio.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LineTest {

  private final Line line = new Line(100, 1_000_000);

  @Test
  void exactPointsGiveTheirLine() {
    for (long i = 3; i < 20; i++) {
      line.add(i * 10, 5_000 + i * 10 * 7);
    }
    assertThat(line.slope()).isCloseTo(7, within(1e-9));
    assertThat(line.lowest(500L, 7.0)).isCloseTo(5_000 + 3_500, within(1e-6));
  }

  @Test
  void noPointLiesBelowTheLowestLineAndOneLiesOnIt() {
    Random random = new Random(1);
    long[] nanos = new long[50];
    for (int i = 0; i < 50; i++) {
      nanos[i] = i * 100L + random.nextInt(5_000);
      line.add(i, nanos[i]);
    }
    double closest = Double.MAX_VALUE;
    for (int i = 0; i < 50; i++) {
      double above = nanos[i] - line.lowest(i, line.slope());
      assertThat(above).isGreaterThan(-1e-6);
      closest = Math.min(closest, above);
    }
    assertThat(closest).isCloseTo(0, within(1e-6));
  }

  @Test
  void oldPointsAreForgottenByNumberAndAge() {
    Line few = new Line(4, 1_000);
    for (int i = 0; i < 50; i++) {
      few.add(i, i * 10L);
    }
    assertThat(few.count()).isEqualTo(4);
    few.add(50, 100_000);
    assertThat(few.count()).isEqualTo(2);
    few.clear();
    assertThat(few.slope()).isNaN();
    assertThat(few.spanNanos()).isZero();
  }

  @Test
  void pointsOfOneSampleTellNoSlope() {
    line.add(5, 100);
    assertThat(line.slope()).isNaN();
    line.add(5, 200);
    assertThat(line.slope()).isNaN();
  }
}
