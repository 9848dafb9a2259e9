// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.command.CommandResult;
import io.wayside.core.command.CommandResult.Refused;
import io.wayside.core.data.Value;
import io.wayside.core.water.LanternOrder;
import io.wayside.waterway.aid.Duty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TwoPersonsTest {

  private final Bench bench = new Bench();

  @BeforeEach
  void begin() throws Exception {
    bench.restarted().settle();
    bench.lantern.heard.clear();
  }

  private void propose(String character) throws InterruptedException {
    assertThat(
            bench.order(Verb.CHANGE_CHARACTER, Value.Fields.with("character", character).build()))
        .isInstanceOf(CommandResult.Done.class);
  }

  private CommandResult confirm(String actor, String id, String character)
      throws InterruptedException {
    CommandResult result =
        bench.desk.confirm(
            bench.command(
                "confirm", actor, Value.Fields.with("of", id).and("character", character).build()));
    bench.settle();
    return result;
  }

  private static void assertRefused(CommandResult result, String code) {
    assertThat(result)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }

  @Test
  void onePersonAloneChangesNothing() throws Exception {
    propose("Q R");
    assertRefused(confirm("nam", "o-1", "Q R"), "same-person");
    assertRefused(confirm(" NAM ", "o-1", "Q R"), "same-person");
    bench.pass(120);

    assertThat(bench.lantern.heard).isEmpty();
    assertThat(bench.steps("o-1")).containsExactly("accepted", "expired*");
    assertThat(bench.code("o-1")).isEqualTo("no-second-person");
    assertRefused(confirm("lan", "o-1", "Q R"), "no-proposal");
  }

  @Test
  void secondPersonHasToNameWhatHeConfirms() throws Exception {
    propose("Q R");

    assertRefused(confirm("lan", "o-1", "Iso R 4s"), "other-character");
    assertRefused(confirm("lan", "o-9", "Q R"), "no-proposal");
    assertThat(bench.lantern.heard).isEmpty();
  }

  @Test
  void changedCharacterStandsWithoutAnEnd() throws Exception {
    propose("Q R");
    confirm("lan", "o-1", "Q R");
    bench.pass(3_600);

    assertThat(bench.steps("o-1"))
        .containsExactly("accepted", "accepted", "sent", "device-confirmed", "device-confirmed*");
    assertThat(bench.lantern.order).isEqualTo(new LanternOrder.Rhythm("11"));
    Duty duty = bench.desk.view().duty();
    assertThat(duty.mode()).isEqualTo(Duty.Mode.OTHER_CHARACTER);
    assertThat(duty.rhythm()).contains(Bench.Q_R);
    assertThat(duty.untilNanos()).isEmpty();
    assertThat(duty.reason()).contains("nam").contains("lan").contains("Q R");
  }

  @Test
  void changedCharacterIsTakenUpAgainAfterRestartsAndOrders() throws Exception {
    propose("Q R");
    confirm("lan", "o-1", "Q R");
    bench.pass(40);
    bench.restarted().restarted().settle();
    assertThat(bench.lantern.order).isEqualTo(new LanternOrder.Rhythm("11"));

    bench.order(Verb.DARK, 60);
    assertThat(bench.lantern.order).isInstanceOf(LanternOrder.Dark.class);
    bench.pass(61);

    assertThat(bench.lantern.order).isEqualTo(new LanternOrder.Rhythm("11"));
    assertThat(bench.desk.view().why().vi()).contains("Q R");
  }

  @Test
  void characterItWasSetUpWithIsPublishedAgainByTwoPersonsToo() throws Exception {
    propose("Q R");
    confirm("lan", "o-1", "Q R");
    bench.pass(40);
    propose("Fl R 5s");
    assertThat(bench.lantern.isOverridden()).isTrue();
    confirm("lan", "o-3", "Fl R 5s");
    bench.pass(40);

    assertThat(bench.steps("o-3")).endsWith("device-confirmed*");
    assertThat(bench.lantern.isOverridden()).isFalse();
    assertThat(bench.restarted().desk.view().published().standing()).isEmpty();
  }

  @Test
  void laterProposalTakesThePlaceOfTheFormer() throws Exception {
    propose("Q R");
    propose("Iso R 4s");

    assertThat(bench.steps("o-1")).containsExactly("accepted", "returned*");
    assertRefused(confirm("lan", "o-1", "Q R"), "no-proposal");
    assertThat(confirm("lan", "o-2", "Iso R 4s")).isInstanceOf(CommandResult.Done.class);
  }

  @Test
  void proposalDoesNotOutliveARestart() throws Exception {
    propose("Q R");
    bench.restarted();

    assertThat(bench.steps("o-1")).containsExactly("accepted", "returned*");
    assertRefused(confirm("lan", "o-1", "Q R"), "no-proposal");
  }

  @Test
  void changeThatTheLanternRefusesIsNotPublished() throws Exception {
    bench.lantern.mood = TestLantern.Mood.REFUSES;
    propose("Q R");
    confirm("lan", "o-1", "Q R");
    bench.lantern.mood = TestLantern.Mood.CONFIRMS;
    bench.pass(60);

    assertThat(bench.steps("o-1")).endsWith("failed*");
    assertThat(bench.lantern.isOverridden()).isFalse();
    assertThat(bench.desk.view().duty().mode()).isEqualTo(Duty.Mode.AUTOMATIC);
  }
}
