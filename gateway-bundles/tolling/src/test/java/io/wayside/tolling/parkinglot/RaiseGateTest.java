// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.parkinglot;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.tolling.lane.LaneAct;
import io.wayside.tolling.lane.LaneAct.Barrier;
import io.wayside.tolling.lane.LaneAct.Colour;
import io.wayside.tolling.lane.LaneAct.Light;
import io.wayside.tolling.lane.LaneAct.Request;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nobody passes before the record. */
class RaiseGateTest {

  private static final LaneAct RAISE = new Barrier(Request.RAISE);
  private static final LaneAct LOWER = new Barrier(Request.LOWER);
  private static final LaneAct GREEN = new Light(Colour.GREEN);
  private static final LaneAct RED = new Light(Colour.RED);

  private final List<LaneAct> done = new ArrayList<>();
  private final RaiseGate gate = new RaiseGate(done::add);

  @Test
  void raisingAndGreenWaitForEveryRecord() {
    gate.shut();
    gate.shut();
    gate.want(RAISE);
    gate.want(GREEN);
    gate.kept();
    assertThat(done).isEmpty();
    gate.kept();
    assertThat(done).containsExactly(RAISE, GREEN);
  }

  @Test
  void whatIsWantedInsteadTakesItsPlaceAtOnce() {
    gate.shut();
    gate.want(RAISE);
    gate.want(GREEN);
    gate.want(LOWER);
    gate.want(RED);
    assertThat(done).containsExactly(LOWER, RED);
    gate.kept();
    assertThat(done).hasSize(2);
  }

  @Test
  void whatWaitsForARecordThatIsLostIsNotCarriedOut() {
    gate.shut();
    gate.want(RAISE);
    gate.lost();
    assertThat(done).isEmpty();
    assertThat(gate.isShut()).isFalse();
    gate.want(RAISE);
    assertThat(done).as("what comes after it is").containsExactly(RAISE);
  }

  @Test
  void withoutARecordOnItsWayNothingWaits() {
    gate.want(RAISE);
    assertThat(done).containsExactly(RAISE);
  }
}
