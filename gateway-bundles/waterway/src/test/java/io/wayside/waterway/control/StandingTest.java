// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.Wording;
import io.wayside.core.water.LanternOrder;
import io.wayside.waterway.aid.Duty;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StandingTest {

  private static final Standing SHINE =
      new Standing(
          "high-water",
          new LanternOrder.Shine(),
          Shows.of(Duty.Mode.SHINE),
          new Wording("nước cao", "high water"));
  private static final Standing DARK =
      new Standing(
          "low-water",
          new LanternOrder.Dark(),
          Shows.of(Duty.Mode.DARK),
          new Wording("nước thấp", "low water"));

  private final Bench bench = new Bench();

  @BeforeEach
  void begin() throws Exception {
    bench.restarted().settle();
    bench.lantern.heard.clear();
  }

  @Test
  void ruleIsToldAnewWithinItsLeaseAsLongAsItHolds() {
    bench.rule = Optional.of(SHINE);
    bench.pass(241);

    assertThat(bench.lantern.heard).containsExactly("Shine 240", "Shine 240", "Shine 240");
    assertThat(bench.steps("high-water")).containsExactly("standing");
    assertThat(bench.desk.view().duty().reason()).isEqualTo("high water");
  }

  @Test
  void ruleThatLeavesGivesTheLightBack() {
    bench.rule = Optional.of(SHINE);
    bench.pass(10);
    bench.rule = Optional.empty();
    bench.pass(1);

    assertThat(bench.lantern.heard).containsExactly("Shine 240", "Release");
    assertThat(bench.code("high-water")).isEqualTo("left");
  }

  @Test
  void oneRuleFollowsTheOtherWithoutABreak() {
    bench.rule = Optional.of(SHINE);
    bench.pass(10);
    bench.rule = Optional.of(DARK);
    bench.pass(10);

    assertThat(bench.lantern.heard).containsExactly("Shine 240", "Dark 240");
    assertThat(bench.desk.view().duty().untilNanos()).isPresent();
  }

  @Test
  void orderOfAPersonGoesBeforeTheRuleAndTheRuleComesBack() throws Exception {
    bench.rule = Optional.of(DARK);
    bench.pass(10);
    bench.order(Verb.SHINE, 60);
    assertThat(bench.desk.view().duty().mode()).isEqualTo(Duty.Mode.SHINE);
    bench.pass(61);

    assertThat(bench.lantern.heard).containsExactly("Dark 240", "Shine 60", "Release", "Dark 240");
  }

  @Test
  void automaticUnderARuleIsNotMeasuredByALightThatTheRuleTakes() throws Exception {
    bench.rule = Optional.of(SHINE);
    bench.pass(1);
    bench.order(Verb.AUTOMATIC, Bench.nothing());
    bench.pass(1);

    assertThat(bench.steps("o-1")).endsWith("device-confirmed*");
    assertThat(bench.lantern.order).isInstanceOf(LanternOrder.Shine.class);
  }

  private long darkWasTold() {
    return bench.lantern.heard.stream().filter(said -> said.startsWith("Dark")).count();
  }

  @Test
  void ruleThatTheLanternRefusesIsAskedForAgainAfterAWhileThatDoubles() {
    bench.lantern.mood = TestLantern.Mood.REFUSES;
    bench.lantern.refusesRelease = false;
    bench.rule = Optional.of(DARK);
    bench.settle();
    int[] toldAfterMinutes = {1, 2, 2, 3, 3, 3, 3, 4, 4, 4};
    for (int minute = 0; minute < toldAfterMinutes.length; minute++) {
      assertThat(darkWasTold()).as("after %d min", minute).isEqualTo(toldAfterMinutes[minute]);
      assertThat(bench.lantern.isOverridden()).isFalse();
      bench.pass(60);
    }
    bench.pass(86_400);
    assertThat(darkWasTold()).as("every 32 minutes at least").isBetween(45L, 55L);
    RuleRefusal refused = bench.desk.view().refused().orElseThrow();
    assertThat(refused.standing()).isEqualTo(DARK);
    assertThat(refused.words()).contains("not now");
    assertThat(bench.steps("low-water")).as("once on record").containsExactly("standing");
  }

  @Test
  void ruleThatWasRefusedTakesTheLightWhenTheLanternWill() {
    bench.lantern.mood = TestLantern.Mood.REFUSES;
    bench.lantern.refusesRelease = false;
    bench.rule = Optional.of(DARK);
    bench.pass(70);
    bench.lantern.mood = TestLantern.Mood.CONFIRMS;
    bench.pass(130);

    assertThat(bench.lantern.order).isInstanceOf(LanternOrder.Dark.class);
    assertThat(bench.desk.view().refused()).isEmpty();
    assertThat(bench.code("low-water")).isEqualTo("took");
  }

  @Test
  void anotherWishIsAskedForAtOnce() {
    bench.lantern.mood = TestLantern.Mood.REFUSES;
    bench.rule = Optional.of(DARK);
    bench.settle();
    bench.lantern.mood = TestLantern.Mood.CONFIRMS;
    bench.rule = Optional.of(SHINE);
    bench.pass(6);

    assertThat(bench.lantern.order).isInstanceOf(LanternOrder.Shine.class);
    assertThat(bench.desk.view().refused()).isEmpty();
  }

  @Test
  void ruleThatCannotBeToldAnewIsNotClaimedAnyMore() {
    bench.rule = Optional.of(DARK);
    bench.pass(10);
    bench.lantern.mood = TestLantern.Mood.LINK_DOWN;
    bench.pass(240);

    assertThat(bench.desk.view().duty().mode()).isEqualTo(Duty.Mode.AUTOMATIC);
    assertThat(bench.desk.view().owedSinceNanos()).isPresent();
  }
}
