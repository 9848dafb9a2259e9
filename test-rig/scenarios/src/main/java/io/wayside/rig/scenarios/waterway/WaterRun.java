// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.waterway;

import io.wayside.rig.simulators.water.Charted;
import io.wayside.rig.simulators.water.Fault;
import io.wayside.rig.simulators.water.FaultPlan;
import io.wayside.rig.simulators.water.Field;
import io.wayside.rig.simulators.water.FieldPlan;
import io.wayside.rig.simulators.water.Reach;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntConsumer;

/** One scenario lived through by a field and its watcher. */
final class WaterRun {

  private static final int DAY_MINUTES = 1_440;
  private static final int FIRST_DAY_OF_YEAR = 152;
  private static final double LOSS = 0.05;

  private final FieldPlan plan;

  WaterRun(WaterScenario scenario, WaterOptions options) {
    List<Charted> aids = Reach.aids(options.aids(), options.seed());
    List<Fault> faults =
        scenario.kinds().isEmpty()
            ? List.of()
            : FaultPlan.draw(
                aids, scenario.kinds(), options.faults(), options.days(), options.seed());
    this.plan =
        new FieldPlan(
            aids,
            faults,
            scenario.weather(),
            options.days(),
            FIRST_DAY_OF_YEAR,
            LOSS,
            scenario.gaugeSpikes(),
            options.seed());
  }

  FieldPlan plan() {
    return plan;
  }

  /** Lives through it; {@code day} is called at the end of each. */
  WaterResult with(Function<FieldPlan, Watcher> maker, IntConsumer day) {
    Field field = new Field(plan);
    Watcher watcher = maker.apply(plan);
    Truth truth = new Truth(plan.aids(), plan.faults());
    List<Answer> answers = new ArrayList<>();
    for (int minute = 0; minute < plan.days() * DAY_MINUTES; minute++) {
      field.minute(minute, watcher::heard);
      truth.minute(field, minute * 60.0);
      watcher.now((minute + 1) * 60_000L);
      answers.addAll(watcher.answers());
      if (minute % DAY_MINUTES == DAY_MINUTES - 1) {
        day.accept(minute / DAY_MINUTES + 1);
      }
    }
    Judge judge = new Judge(plan.aids(), plan.faults());
    return new WaterResult(
        judge.findings(truth, answers),
        judge.falseAlarms(answers),
        judge.silences(answers),
        Judge.unexplained(answers));
  }
}
