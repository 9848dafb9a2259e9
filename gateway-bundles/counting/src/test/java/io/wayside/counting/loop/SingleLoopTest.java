// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.quality.Flag;
import io.wayside.counting.loop.LoopEvent.CutOff;
import io.wayside.rig.simulators.loops.ContactEdge;
import io.wayside.rig.simulators.loops.ContactNoise;
import io.wayside.rig.simulators.loops.LoopRoad;
import io.wayside.rig.simulators.loops.LoopTraffic;
import io.wayside.rig.simulators.loops.LoopVehicle;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SingleLoopTest {

  private static final long S = 1_000_000_000L;

  private final SingleLoop loop = new SingleLoop(LoopRules.usual(), Delays.NONE);
  private final List<LoopEvent> events = new ArrayList<>();

  private void edge(double seconds, boolean on) {
    events.addAll(loop.edge(new Edge(Port.LEAD, Math.round(seconds * 1e9), on)));
  }

  private void until(double seconds) {
    events.addAll(loop.advance(Math.round(seconds * 1e9)));
  }

  @Test
  void aPresenceIsAVehicleWithoutSpeedLengthAndDirection() {
    edge(10, true);
    edge(10.4, false);
    until(11);
    Passage one = Lane.passages(events).get(0);

    assertThat(one.nanos()).isEqualTo(10 * S);
    assertThat(one.seconds()).isEqualTo(0.4);
    assertThat(one.speedMps()).isEmpty();
    assertThat(one.lengthM()).isEmpty();
    assertThat(one.direction()).isEqualTo(Direction.UNKNOWN);
    assertThat(one.how()).isEqualTo(Passage.How.SINGLE_LOOP);
    assertThat(one.doubtful()).isFalse();
  }

  @Test
  void oneThatStandsIsCountedAndFlagged() {
    edge(10, true);
    edge(35, false);
    until(36);

    assertThat(Lane.passages(events).get(0).flags().has(LoopFlags.STOOD)).isTrue();
  }

  @Test
  void aPresenceOfFiveMinutesIsAFaultAndNoVehicle() {
    edge(10, true);
    edge(311, false);
    until(320);

    assertThat(events).singleElement().isInstanceOf(CutOff.class);
  }

  @Test
  void whatAnOutageCutsOffIsCountedWithAFlagOnce() {
    edge(10, true);
    events.addAll(loop.interrupted(Math.round(10.3e9)));
    loop.resumed(20 * S);
    edge(20.5, false);
    until(25);

    assertThat(Lane.passages(events)).hasSize(1);
    assertThat(Lane.passages(events).get(0).flags().has(Flag.SIGNAL_INTERRUPTED)).isTrue();
    assertThat(Lane.passages(events).get(0).doubtful()).isTrue();
  }

  @Test
  void nothingIsSettledBeforeTheVehicleOnTheLoopHasLeft() {
    edge(10, true);
    until(15);
    assertThat(loop.settledNanos()).isEqualTo(10 * S);
    edge(16, false);
    until(17);
    assertThat(loop.settledNanos()).isEqualTo(17 * S);
    edge(20, true);
    until(400);
    assertThat(loop.settledNanos()).as("one that is stuck holds nothing up").isEqualTo(400 * S);
  }

  @Test
  void otherContactsOfTheLaneAreNotItsOwn() {
    events.addAll(loop.edge(new Edge(Port.TRAIL, 10 * S, true)));
    events.addAll(loop.edge(new Edge(Port.PIEZO_1, 11 * S, true)));
    until(20);

    assertThat(events).isEmpty();
    assertThat(loop.settledNanos()).isEqualTo(20 * S);
  }

  /** Truth is the generator's; vehicles so close that the zone never empties are one by physics. */
  @Test
  void freeFlowIsCountedToTheVehicleWhateverBounces() {
    for (long seed = 1; seed <= 5; seed++) {
      List<LoopVehicle> traffic = new LoopTraffic(seed).freeFlow(400, 5);
      List<LoopRoad.Closing> closings = new ArrayList<>();
      for (LoopVehicle vehicle : traffic) {
        Lane.LOOPS.closings(vehicle, false).stream()
            .filter(closing -> closing.channel().equals("lead"))
            .forEach(closings::add);
      }
      List<ContactEdge> edges =
          new ContactNoise(0.001, 4, 0.0045, 0, 0).edges(closings, new Random(seed));
      SingleLoop fresh = new SingleLoop(LoopRules.usual(), Delays.NONE);
      List<Passage> seen = Lane.passages(Lane.seen(fresh, edges));
      assertThat(seen).as("seed %d", seed).hasSameSizeAs(traffic);
      for (int i = 0; i < seen.size(); i++) {
        double startS = traffic.get(i).drive().timesAt(0).get(0);
        assertThat(Math.abs(seen.get(i).nanos() / 1e9 - startS)).isLessThan(0.002);
      }
    }
  }
}
