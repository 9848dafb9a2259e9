// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.lane;

import io.wayside.core.data.Value;
import io.wayside.core.quality.Flags;
import io.wayside.core.vehicle.ClassScheme;
import io.wayside.weighing.law.Circumstances;
import io.wayside.weighing.law.Decision;
import io.wayside.weighing.law.DecisionBody;
import io.wayside.weighing.law.LawPack;
import io.wayside.weighing.law.Verdict;
import io.wayside.weighing.law.Weighed;
import io.wayside.weighing.motion.MotionVehicle;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Gives a vehicle its class and says what the law in force on the day says. At a lane nobody knows
 * the papers: the decision is about what can be measured.
 *
 * @param scheme the class scheme; empty when none is in force
 * @param law the law pack; empty when none is in force
 */
public record LaneJudge(Optional<ClassScheme> scheme, Optional<LawPack> law) {

  /**
   * Expanded uncertainty of a distance between axles beside that of the speed: strips tell an
   * axle's place to some millimetres, tyres and footprints differ by more.
   */
  private static final double AXLE_PLACE_M = 0.03;

  /**
   * What is found.
   *
   * @param vehicleClass see {@link ClassBody}; absent without a scheme
   * @param decision see {@link DecisionBody}; absent without a pack
   * @param withinAllLimits whether the pack finds it surely within
   */
  public record Opinion(Value vehicleClass, Value decision, boolean withinAllLimits) {}

  /**
   * Judges.
   *
   * @param flags all that throws doubt on the vehicle, those of seal and clock among them
   * @param on the day whose law applies
   */
  public Opinion judge(MotionVehicle vehicle, Flags flags, LocalDate on) {
    Weighed weighed = Weighed.of(vehicle, AXLE_PLACE_M, flags);
    Optional<Decision> decision = law.map(pack -> pack.decide(weighed, Circumstances.on(on)));
    return new Opinion(
        scheme
            .<Value>map(known -> ClassBody.of(known.classify(weighed.pattern())))
            .orElse(Value.ABSENT),
        decision.<Value>map(DecisionBody::of).orElse(Value.ABSENT),
        decision.map(found -> found.verdict() == Verdict.WITHIN).orElse(false));
  }
}
