// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FlowTest {

  @Test
  void nothingIsUsualBeforeTheFirstVehicle() {
    assertThat(new Flow().usual()).isEqualTo(new Point(0, 0));
    assertThat(new Flow().isSideways()).isFalse();
  }

  @Test
  void bothWaysAlongARoadAreOneAxis() {
    for (int degrees = 4; degrees < 180; degrees += 10) {
      double a = Math.toRadians(degrees);
      Flow flow = new Flow();
      for (int i = -3; i <= 4; i++) {
        flow.add(i * Math.cos(a), i * Math.sin(a));
      }
      Point usual = flow.usual();
      double across = usual.x() * Math.sin(a) - usual.y() * Math.cos(a);
      assertThat(across).as("%d degrees", degrees).isCloseTo(0, within(1e-9));
      assertThat(flow.isSideways()).isEqualTo(degrees < 45 || degrees > 135);
    }
  }
}
