// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EdgeOrderTest {

  @Test
  void edgesWithinTheWindowComeOutInTheOrderOfTheirCauses() {
    Random random = new Random(5);
    EdgeOrder order = new EdgeOrder(1000);
    List<Edge> out = new ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      order.add(new Edge(Port.LEAD, i * 100L - random.nextInt(900), true));
      out.addAll(order.release(i * 100L));
    }
    out.addAll(order.release(Long.MAX_VALUE / 2));
    assertThat(out).hasSize(5000);
    assertThat(order.late()).isZero();
    assertThat(out).extracting(Edge::nanos).isSorted();
  }

  @Test
  void anEdgeThatComesTooLateIsToldAndDoesNotBreakTheOrder() {
    EdgeOrder order = new EdgeOrder(10);
    order.add(new Edge(Port.LEAD, 100, true));
    assertThat(order.release(200)).hasSize(1);
    order.add(new Edge(Port.TRAIL, 50, true));
    assertThat(order.release(300)).extracting(Edge::nanos).containsExactly(190L);
    assertThat(order.late()).isEqualTo(1);
  }

  @Test
  void aChannelsOwnDelaysAreTakenOff() {
    Delays delays = new Delays(3, 8);
    assertThat(delays.cause(new Pulse(100, 200, false))).isEqualTo(new Pulse(97, 192, false));
  }
}
