// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.command.Command;
import io.wayside.core.command.CommandResult;
import io.wayside.core.command.CommandResult.Refused;
import io.wayside.core.data.Value;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.water.LanternOrder;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrderRefusalTest {

  private final Bench bench = new Bench();

  @BeforeEach
  void begin() throws Exception {
    bench.restarted().settle();
    bench.lantern.heard.clear();
  }

  private void assertRefused(CommandResult result, String code) {
    assertThat(result)
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(code);
              assertThat(refused.message()).isNotBlank();
            });
    bench.settle();
    assertThat(bench.lantern.heard).isEmpty();
    assertThat(bench.journal.records()).isEmpty();
  }

  @Test
  void darkNeedsToSayForHowLong() throws Exception {
    assertRefused(bench.order(Verb.DARK, Bench.nothing()), "no-duration");
  }

  @Test
  void leaseHasTheSitesLimitAndDarkItsOwn() throws Exception {
    assertRefused(bench.order(Verb.DARK, 3_601), "lease-too-long");
    assertRefused(bench.order(Verb.SHINE, 14_401), "lease-too-long");
    assertThat(bench.order(Verb.SHINE, 14_400)).isInstanceOf(CommandResult.Done.class);
  }

  @Test
  void leaseIsAWholeNumberOfSecondsAndOnlyWhereThereIsOne() throws Exception {
    for (Value wrong :
        new Value[] {
          new Value.Whole(0),
          new Value.Whole(-5),
          new Value.Whole(Long.MAX_VALUE),
          new Value.Real(60),
          new Value.Text("60")
        }) {
      assertRefused(
          bench.order(Verb.SHINE, Value.Fields.with("leaseS", wrong).build()), "wrong-argument");
    }
    assertRefused(bench.order(Verb.AUTOMATIC, 60), "wrong-argument");
  }

  @Test
  void orderNeedsAReason() throws Exception {
    Command told = bench.command("shine", "nam", Bench.nothing());
    Command silent =
        new Command(
            told.id(),
            told.target(),
            told.verb(),
            told.arguments(),
            told.actor(),
            " ",
            told.expires());

    assertRefused(bench.desk.order(silent, Verb.SHINE), "reason-missing");
  }

  @Test
  void orderThatExpiredOrExpiresTooLateIsRefused() throws Exception {
    Command stale = bench.command("shine", "nam", Bench.nothing());
    bench.time.pass(Duration.ofMinutes(2));

    assertRefused(bench.desk.order(stale, Verb.SHINE), "stale");

    Command early = bench.command("shine", "nam", Bench.nothing());
    bench.time.setWall(bench.time.wall().minus(Duration.ofDays(2)));
    assertRefused(bench.desk.order(early, Verb.SHINE), "expires-too-late");
  }

  @Test
  void lanternThatDoesNotKnowTheOrderIsNotTold() throws Exception {
    bench.lantern.knows.remove(LanternOrder.Intensity.class);

    assertRefused(
        bench.order(Verb.INTENSITY, Value.Fields.with("fraction", 0.5).build()), "not-able");
    bench.lanternThere = false;
    assertRefused(bench.order(Verb.DARK, 60), "not-able");
  }

  @Test
  void rhythmMustBeOneOfTheLanternAndRightForTheMark() throws Exception {
    assertRefused(
        bench.order(Verb.RHYTHM, Value.Fields.with("code", "99").build()), "unknown-character");
    assertRefused(
        bench.order(Verb.RHYTHM, Value.Fields.with("code", "13").build()), "not-for-this-mark");
    assertRefused(
        bench.order(Verb.CHANGE_CHARACTER, Value.Fields.with("character", "Fl G 5s").build()),
        "not-for-this-mark");
    assertThat(bench.order(Verb.RHYTHM, Value.Fields.with("code", "11").build()))
        .isInstanceOf(CommandResult.Done.class);
  }

  @Test
  void brightnessIsAFraction() throws Exception {
    for (Value wrong :
        new Value[] {new Value.Real(1.01), new Value.Real(-0.1), new Value.Text("1")}) {
      assertRefused(
          bench.order(Verb.INTENSITY, Value.Fields.with("fraction", wrong).build()),
          "wrong-argument");
    }
  }

  @Test
  void idIsGoodForOneOrderAlsoAfterARestart() throws Exception {
    Command once = bench.command("shine", "nam", Bench.nothing());
    assertThat(bench.desk.order(once, Verb.SHINE)).isInstanceOf(CommandResult.Done.class);

    assertThat(bench.desk.order(once, Verb.SHINE))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.code()).isEqualTo("replayed"));
    bench.restarted();
    assertThat(bench.desk.order(once, Verb.SHINE))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.code()).isEqualTo("replayed"));
  }

  @Test
  void forgottenIdIsNotTakenAgainWhenTheClockIsSetBack() throws Exception {
    Command once = bench.command("shine", "nam", Bench.nothing());
    bench.desk.order(once, Verb.SHINE);
    bench.time.pass(Duration.ofMinutes(3));
    Command later = bench.command("shine", "nam", Bench.nothing());
    bench.desk.order(later, Verb.SHINE);
    bench.time.setWall(once.expires().minusSeconds(60));

    assertThat(bench.desk.order(once, Verb.SHINE))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.code()).isEqualTo("stale"));
    bench.restarted();
    assertThat(bench.desk.order(once, Verb.SHINE))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.code()).isEqualTo("replayed"));
  }

  @Test
  void moreUnexpiredOrdersThanCanBeRememberedAreRefusedButForAutomatic() throws Exception {
    for (int i = 0; i < Spent.MOST; i++) {
      assertThat(bench.desk.order(bench.command("shine", "nam", Bench.nothing()), Verb.SHINE))
          .isInstanceOf(CommandResult.Done.class);
    }

    assertThat(bench.desk.order(bench.command("shine", "nam", Bench.nothing()), Verb.SHINE))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.code()).isEqualTo("too-many-orders"));
    assertThat(bench.desk.order(bench.command("automatic", "nam", Bench.nothing()), Verb.AUTOMATIC))
        .isInstanceOf(CommandResult.Done.class);
  }

  @Test
  void whatTheJournalDoesNotKeepIsNotCarriedOutButAutomaticIs() throws Exception {
    bench.order(Verb.DARK, 600);
    bench.journal.full(true);

    assertThat(bench.order(Verb.DARK, 1_200))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.code()).isEqualTo("not-recorded"));
    assertThat(bench.order(Verb.AUTOMATIC, Bench.nothing())).isInstanceOf(CommandResult.Done.class);
    assertThat(bench.lantern.heard).containsExactly("Dark 600", "Release");
  }

  /** The journal recovers between the two: what waits is older and must come first. */
  @Test
  void noOrderIsTakenWhileStepsOfEarlierOnesWait() throws Exception {
    bench.order(Verb.DARK, 600);
    bench.journal.full(true);
    bench.pass(600);
    bench.journal.full(false);

    assertThat(bench.order(Verb.SHINE, 60))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.code()).isEqualTo("not-recorded");
              assertThat(refused.message())
                  .contains("steps of earlier orders", "no space left", "send the order");
            });
    assertThat(bench.order(Verb.AUTOMATIC, Bench.nothing()).toString()).contains("unrecorded");
    bench.backlog.retry();
    bench.pass(200);
    assertThat(bench.order(Verb.SHINE, 60)).isInstanceOf(CommandResult.Done.class);

    List<String> ids = bench.journal.records().stream().map(OrderRefusalTest::id).toList();
    assertThat(ids.indexOf("o-4")).isGreaterThan(ids.lastIndexOf("o-3"));
    assertThat(ids.indexOf("o-3")).isGreaterThan(ids.lastIndexOf("o-1"));
    assertThat(bench.steps("o-1")).endsWith("lease-ended");
  }

  private static String id(JournalRecord record) {
    return ((Value.Text) record.body().get("id")).value();
  }

  @Test
  void changeIsNotConfirmedWhileTheJournalIsBehind() throws Exception {
    bench.order(Verb.CHANGE_CHARACTER, Value.Fields.with("character", "Q R").build());
    bench.order(Verb.DARK, 10);
    bench.journal.full(true);
    bench.pass(11);

    CommandResult unkept =
        bench.desk.confirm(
            bench.command(
                "confirm", "lan", Value.Fields.with("of", "o-1").and("character", "Q R").build()));

    assertThat(unkept)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.code()).isEqualTo("not-recorded"));
  }

  @Test
  void nothingIsTakenBeforeTheJournalWasReadButTheLightIsGivenBack() throws Exception {
    Bench fresh = new Bench();
    fresh.settle();

    assertThat(fresh.order(Verb.SHINE, 60))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.code()).isEqualTo("not-running"));
    assertThat(fresh.lantern.heard).containsExactly("Release");
  }
}
