// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.waterway;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.rig.simulators.water.Fault;
import io.wayside.rig.simulators.water.FaultKind;
import io.wayside.rig.simulators.water.FieldPlan;
import io.wayside.rig.simulators.water.Heard;
import io.wayside.rig.simulators.water.Reach;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The judge is held against watchers of whom it is known how good they are. */
class JudgeTest {

  /** Knows the plan, and says what is expected some time after each fault can be seen. */
  private static final class Seer implements Watcher {

    private final FieldPlan plan;
    private final double delayS;
    private final List<Answer> news = new ArrayList<>();
    private final boolean[] said;
    private final boolean[] unsaid;

    Seer(FieldPlan plan, double delayS) {
      this.plan = plan;
      this.delayS = delayS;
      this.said = new boolean[plan.faults().size()];
      this.unsaid = new boolean[plan.faults().size()];
    }

    @Override
    public void heard(Heard heard) {}

    @Override
    public void now(long atMs) {
      for (int i = 0; i < said.length; i++) {
        Fault fault = plan.faults().get(i);
        Expected expected = Expected.of(fault.kind());
        String state = expected.states().iterator().next();
        if (!said[i] && atMs / 1_000.0 >= fault.fromS() + delayS) {
          said[i] = true;
          news.add(new Answer(atMs, fault.aid(), expected.question(), state, "foreseen"));
        }
        if (!unsaid[i] && atMs / 1_000.0 >= fault.toS()) {
          unsaid[i] = true;
          news.add(new Answer(atMs, fault.aid(), expected.question(), "good", "repaired"));
        }
      }
    }

    @Override
    public List<Answer> answers() {
      List<Answer> all = List.copyOf(news);
      news.clear();
      return all;
    }
  }

  private record Told(int exit, String text) {}

  @Test
  void watcherThatForeseesEverythingIsFoundFaultless() {
    Told told = run(plan -> new Seer(plan, 60), "--faults", "13");

    assertThat(told.exit()).as(told.text()).isZero();
    assertThat(told.text()).contains("false alarms 0", "states without a reason 0");
  }

  @Test
  void watcherThatSaysNothingIsBlamedForEachFault() {
    Told told = run(plan -> new Seer(plan, 1e12), "--faults", "13", "--json");

    assertThat(told.exit()).isEqualTo(1);
    assertThat(told.text()).contains("\"inTime\":0").doesNotContain("\"faults\":0");
  }

  @Test
  void watcherThatIsLateIsBlamedForThat() {
    Told told = run(plan -> new Seer(plan, 130 * 60), "--scenario", "adrift", "--faults", "6");

    assertThat(told.exit()).isEqualTo(1);
    assertThat(told.text()).contains("found day");
  }

  @Test
  void alarmThatNothingExcusesIsFalseAndOneOfAFaultIsNot() {
    Judge judge =
        new Judge(Reach.aids(5, 1), List.of(new Fault(FaultKind.LAMP_DEAD, 3, 1_000, 90_000)));
    Answer excused = new Answer(2_000_000, 3, Question.LIGHT, "dark", "no light");

    assertThat(
            judge.falseAlarms(
                List.of(
                    excused,
                    new Answer(2_000_000, 4, Question.LIGHT, "dark", "another aid"),
                    new Answer(999_000, 3, Question.LIGHT, "dark", "before it"),
                    new Answer(200_000_000, 3, Question.LIGHT, "dark", "long after"),
                    new Answer(2_000_000, 3, Question.PLACE, "adrift", "another question"),
                    new Answer(2_000_000, 4, Question.LIGHT, "as-it-should-be", "no alarm"))))
        .extracting(Answer::reason)
        .containsExactly("another aid", "before it", "long after", "another question");
  }

  @Test
  void answerWithoutAReasonIsCounted() {
    assertThat(Judge.unexplained(List.of(new Answer(0, 0, Question.PLACE, "on-station", " "))))
        .hasSize(1);
  }

  @Test
  void wrongOptionsAreToldWithWhatThereIs() {
    assertThat(run(plan -> new Seer(plan, 0), "--scenario", "typhoon").text())
        .contains("no scenario \"typhoon\"", "low-water");
    assertThat(run(plan -> new Seer(plan, 0), "--aids", "0").text()).contains("--aids takes 1");
    assertThat(run(plan -> new Seer(plan, 0), "--seed", "x").exit()).isEqualTo(2);
  }

  private static Told run(Function<FieldPlan, Watcher> maker, String... more) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    List<String> arguments = new ArrayList<>(List.of("--days", "16", "--aids", "8"));
    arguments.addAll(List.of(more));
    int exit = RigWaterway.run(arguments, maker, stream, stream);
    return new Told(exit, out.toString(StandardCharsets.UTF_8));
  }
}
