// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.rig.simulators.loops.ContactEdge;
import io.wayside.rig.simulators.loops.ContactNoise;
import io.wayside.rig.simulators.loops.LoopRoad;
import io.wayside.rig.simulators.loops.LoopTraffic;
import io.wayside.rig.simulators.loops.LoopVehicle;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TrapAccuracyTest {

  @Test
  void speedAndLengthAreWithinOnePercentAtOneMillisecondOfJitter() {
    List<LoopVehicle> traffic = new LoopTraffic(42).freeFlow(3000, 5);
    List<LoopRoad.Closing> closings = new ArrayList<>();
    traffic.forEach(vehicle -> closings.addAll(Lane.LOOPS.closings(vehicle, false)));
    List<ContactEdge> edges = ContactNoise.jitter(0.001).edges(closings, new Random(3));
    List<Passage> passages = Lane.passages(Lane.seen(Lane.trap(Lane.LOOPS), edges));
    assertThat(passages).hasSize(traffic.size());
    int bad = 0;
    for (int i = 0; i < passages.size(); i++) {
      LoopVehicle truth = traffic.get(i);
      double mps = truth.drive().atM(0.001) - truth.drive().atM(0);
      Passage passage = passages.get(i);
      double lengthError = passage.lengthM().getAsDouble() / truth.lengthM() - 1;
      double speedError = passage.speedMps().getAsDouble() / (mps * 1000) - 1;
      bad += Math.abs(lengthError) > 0.01 || Math.abs(speedError) > 0.01 ? 1 : 0;
    }
    assertThat(bad).isLessThanOrEqualTo(traffic.size() / 100);
  }
}
