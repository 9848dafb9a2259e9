// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.weigh;

import io.wayside.core.data.Value;
import io.wayside.core.data.Value.Fields;
import io.wayside.weighing.lane.LaneJudge;
import io.wayside.weighing.motion.MotionVehicle;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * What the law pack says of the weighings without doubt, beside what it says of the true loads.
 *
 * @param within surely within all limits
 * @param undecided the uncertainty lies on both sides of a limit
 * @param over surely over one
 * @param overButWithin of those over: truly within, which must not happen
 * @param withinButOver of those within: truly over
 * @param classRight of the same class as the true vehicle
 */
record Decisions(
    int judged,
    int within,
    int undecided,
    int over,
    int overButWithin,
    int withinButOver,
    int classRight) {

  private static final LocalDate DAY = LocalDate.ofInstant(SceneTime.BEGIN, ZoneOffset.UTC);

  static Decisions of(List<Matching.Pairing> pairings, LaneJudge judge) {
    int[] counts = new int[6];
    for (Matching.Pairing pairing : pairings) {
      LaneJudge.Opinion found = opinion(judge, pairing.weighed());
      LaneJudge.Opinion real = opinion(judge, TruthAsWeighed.of(pairing.real()));
      String said = verdict(found);
      String right = verdict(real);
      counts[0] += said.equals("within") ? 1 : 0;
      counts[1] += said.equals("undecided") ? 1 : 0;
      counts[2] += said.equals("over") ? 1 : 0;
      counts[3] += said.equals("over") && right.equals("within") ? 1 : 0;
      counts[4] += said.equals("within") && right.equals("over") ? 1 : 0;
      counts[5] += classOf(found).equals(classOf(real)) ? 1 : 0;
    }
    return new Decisions(
        pairings.size(), counts[0], counts[1], counts[2], counts[3], counts[4], counts[5]);
  }

  static LaneJudge.Opinion opinion(LaneJudge judge, MotionVehicle vehicle) {
    return judge.judge(vehicle, vehicle.flags(), DAY);
  }

  private static String verdict(LaneJudge.Opinion opinion) {
    return opinion.decision() instanceof Fields decision
            && decision.get("verdict") instanceof Value.Text text
        ? text.value()
        : "none";
  }

  private static Value classOf(LaneJudge.Opinion opinion) {
    return opinion.vehicleClass() instanceof Fields found ? found.get("id") : Value.ABSENT;
  }
}
