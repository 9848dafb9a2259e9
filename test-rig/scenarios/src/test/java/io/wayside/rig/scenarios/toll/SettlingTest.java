// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.toll;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.rig.simulators.toll.WorldEvent;
import io.wayside.rig.simulators.toll.WorldEvent.Detector;
import io.wayside.rig.simulators.toll.WorldEvent.Edge;
import org.junit.jupiter.api.Test;

class SettlingTest {

  private final Settling settling = new Settling();

  @Test
  void aChangeThatLastsIsOne() {
    WorldEvent.Edge rise = edge(1, true);
    assertThat(settling.hear(rise)).isTrue();
    assertThat(settling.lasted(rise)).isTrue();
    assertThat(settling.lasted(rise)).isFalse();
    assertThat(settling.hear(edge(9, false))).isTrue();
  }

  @Test
  void aBounceIsNone() {
    WorldEvent.Edge bounce = edge(1, true);
    settling.hear(bounce);
    assertThat(settling.hear(edge(2, false))).isFalse();
    WorldEvent.Edge rise = edge(3, true);
    settling.hear(rise);
    assertThat(settling.lasted(bounce)).isFalse();
    assertThat(settling.lasted(rise)).isTrue();
  }

  private static Edge edge(long nanos, boolean occupied) {
    return new Edge(nanos, 1, Detector.L1, occupied);
  }
}
