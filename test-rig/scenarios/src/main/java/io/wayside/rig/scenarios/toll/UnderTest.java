// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.toll;

import io.wayside.tolling.lane.Judge;
import io.wayside.tolling.lane.Lane;
import io.wayside.tolling.lane.LaneAct;
import io.wayside.tolling.lane.LaneEvent;
import io.wayside.tolling.lane.LaneRules;
import io.wayside.tolling.lane.LaneState;
import io.wayside.tolling.lane.Layout;
import io.wayside.tolling.lane.Neighbours;
import io.wayside.tolling.lane.OpenGrant;
import io.wayside.tolling.lane.RecentCharge;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** The lane that is judged. A test puts a bad one in its place, to see that the judge can fail. */
interface UnderTest {

  /** Port 1 looks up the road ahead of L1, port 2 at L1 and what is behind it. */
  Layout LAYOUT = new Layout(Set.of(2), Set.of(1), true, true, true);

  List<LaneAct> resume(List<OpenGrant> open, List<RecentCharge> recent, long nanos);

  List<LaneAct> on(LaneEvent event);

  OptionalLong nextTick();

  LaneState state();

  /** Makes one for each time the gateway starts. */
  interface Maker {
    UnderTest make(Judge judge, Neighbours neighbours, long firstVehicle);
  }

  /** The gateway's own, which does so when it is alone. */
  static Maker gateway(LaneRules.Alone alone) {
    LaneRules rules = LaneRules.usual().with(alone);
    return (judge, neighbours, firstVehicle) -> gateway(rules, judge, neighbours, firstVehicle);
  }

  /** The gateway's own, which charges when it is alone. */
  static UnderTest gateway(Judge judge, Neighbours neighbours, long firstVehicle) {
    return gateway(LaneRules.usual().with(LaneRules.Alone.CHARGE), judge, neighbours, firstVehicle);
  }

  private static UnderTest gateway(
      LaneRules rules, Judge judge, Neighbours neighbours, long firstVehicle) {
    Lane lane = new Lane(rules, LAYOUT, judge, neighbours, firstVehicle);
    return new UnderTest() {
      @Override
      public List<LaneAct> resume(List<OpenGrant> open, List<RecentCharge> recent, long nanos) {
        return lane.resume(open, recent, nanos);
      }

      @Override
      public List<LaneAct> on(LaneEvent event) {
        return lane.on(event);
      }

      @Override
      public OptionalLong nextTick() {
        return lane.nextTick();
      }

      @Override
      public LaneState state() {
        return lane.state();
      }
    };
  }
}
