// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.quality.Flag;
import io.wayside.tolling.lane.LaneOutcome.Terms;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A lane that cannot ask the others. */
class AloneTest {

  private static final Neighbours SILENT =
      (tag, score, alone, nanos) -> Neighbours.Word.UNARBITRATED;

  private static Bench bench(LaneRules.Alone alone, Neighbours neighbours) {
    return Bench.open(new Bench(LaneRules.usual().with(alone), Bench.ROOMY, neighbours));
  }

  @Test
  void itChargesByItsOwnRuleAndMarksThat() {
    Bench bench = bench(LaneRules.Alone.CHARGE, SILENT);
    bench.arrive(Bench.ANNA).leave();
    assertThat(bench.terms()).containsExactly(Terms.CHARGED);
    assertThat(bench.passage().evidence().flags().all())
        .contains(LaneFlags.UNARBITRATED)
        .doesNotContain(LaneFlags.OWN_UNPROVEN);
  }

  @Test
  void whereTheSiteSaysSoAPersonDecides() {
    Bench bench = bench(LaneRules.Alone.REVIEW, SILENT);
    bench.arrive(Bench.ANNA).leave();
    assertThat(bench.terms()).containsExactly(Terms.REVIEW);
    assertThat(bench.passage().evidence().flags().all())
        .contains(LaneFlags.UNARBITRATED, LaneFlags.OWN_UNPROVEN);
  }

  @Test
  void aPlateOfThatTagIsProofEnoughAndAnotherIsNone() {
    for (boolean same : new boolean[] {true, false}) {
      Bench bench = bench(LaneRules.Alone.REVIEW, SILENT);
      bench.judge.registers(Bench.ANNA, "aa");
      bench.arrive(Bench.ANNA);
      bench.on(new LaneEvent.Plate(bench.now(), same ? "aa" : "bb")).leave();
      assertThat(bench.terms()).containsExactly(same ? Terms.CHARGED : Terms.REVIEW);
    }
  }

  @Test
  void itWaitsUntilTheOthersCanBeAsked() {
    Bench bench = bench(LaneRules.Alone.LATER, SILENT);
    bench.arrive(Bench.ANNA).leave();
    assertThat(bench.terms()).containsExactly(Terms.REVIEW);
    assertThat(bench.passage().evidence().flags().all())
        .contains(LaneFlags.UNARBITRATED, LaneFlags.HELD_BACK);
    assertThat(bench.acts)
        .filteredOn(LaneAct.AskLater.class::isInstance)
        .singleElement()
        .satisfies(
            act -> {
              LaneAct.AskLater held = (LaneAct.AskLater) act;
              assertThat(held.tag()).isEqualTo(Bench.ANNA);
              assertThat(held.atNanos())
                  .isBetween(bench.passage().evidence().beganNanos(), bench.now());
            });
  }

  @Test
  void whatIsInAnotherDoubtIsNotAskedAboutLater() {
    Bench bench = bench(LaneRules.Alone.LATER, SILENT);
    bench.arrive(Bench.ANNA).leave().pass(5_000);
    bench.arrive(Bench.ANNA).leave();
    assertThat(bench.acts).filteredOn(LaneAct.AskLater.class::isInstance).hasSize(1);
    assertThat(lastFlags(bench))
        .as("a second time within the time of duplicates")
        .contains(LaneFlags.POSSIBLE_DUPLICATE)
        .doesNotContain(LaneFlags.HELD_BACK);
  }

  /** The other lane may have to take back what it claimed, or passed. */
  @Test
  void whatAnotherLaneHasTooIsAskedAboutLater() {
    for (Neighbours.Word word :
        List.of(Neighbours.Word.THEIRS, Neighbours.Word.TIED, Neighbours.Word.PASSED_ELSEWHERE)) {
      Neighbours.Word[] said = {Neighbours.Word.MINE};
      Bench bench = bench(LaneRules.Alone.LATER, (tag, score, alone, nanos) -> said[0]);
      bench.arrive(Bench.ANNA);
      said[0] = word;
      bench.leave();
      assertThat(bench.terms()).containsExactly(Terms.REVIEW);
      assertThat(lastFlags(bench)).contains(LaneFlags.HELD_BACK);
    }
  }

  @Test
  void aFaintTagThatIsTheOnlyOneForLongIsLetPassAndHeldBack() {
    Bench bench = bench(LaneRules.Alone.LATER, (tag, score, alone, nanos) -> Neighbours.Word.MINE);
    faint(bench, 3_500);
    assertThat(bench.granted()).as("not at once").isEmpty();
    faint(bench, 1_500);
    assertThat(bench.granted()).hasSize(1);
    bench.leave();
    assertThat(bench.terms()).containsExactly(Terms.REVIEW);
    assertThat(lastFlags(bench)).contains(LaneFlags.WEAK_TAG, LaneFlags.HELD_BACK);
    assertThat(bench.acts).filteredOn(LaneAct.AskLater.class::isInstance).hasSize(1);
  }

  @Test
  void aFaintTagIsNothingWhereNobodyCanBeAsked() {
    for (LaneRules.Alone alone : List.of(LaneRules.Alone.CHARGE, LaneRules.Alone.REVIEW)) {
      Bench bench = bench(alone, (tag, score, only, nanos) -> Neighbours.Word.MINE);
      faint(bench, 6_000);
      assertThat(bench.granted()).isEmpty();
    }
    Bench bench = bench(LaneRules.Alone.LATER, SILENT);
    faint(bench, 6_000);
    assertThat(bench.granted()).isEmpty();
  }

  private static void faint(Bench bench, long ms) {
    bench.heard(Bench.ANNA, Bench.APPROACH, -72).occupied(Detector.ARMING);
    for (long i = 0; i < ms; i += 100) {
      bench.heard(Bench.ANNA, Bench.LANE, -72).pass(100);
    }
  }

  /** Two wait, and one has no tag: with whom it leaves says whose it is. */
  @Test
  void ofTwoThatHearItAlikeForLongTheOneThatLeadsLetsPassAndHoldsBack() {
    for (Neighbours.Word word : List.of(Neighbours.Word.LEADING, Neighbours.Word.TIED)) {
      Bench bench = bench(LaneRules.Alone.LATER, (tag, score, alone, nanos) -> word);
      bench.arrive(Bench.ANNA);
      strong(bench, 3_000);
      assertThat(bench.granted()).as("not at once").isEmpty();
      strong(bench, 1_500);
      boolean leads = word == Neighbours.Word.LEADING;
      assertThat(bench.granted()).hasSize(leads ? 1 : 0);
      if (leads) {
        bench.leave();
        assertThat(bench.terms()).containsExactly(Terms.REVIEW);
        assertThat(lastFlags(bench)).contains(LaneFlags.CLAIM_CONFLICT, LaneFlags.HELD_BACK);
      }
    }
  }

  /** Neither leads, or the one that does knows that its vehicle came at another time. */
  @Test
  void theOneThatDoesNotLeadLetsPassWhenTheOtherHasNotTakenIt() {
    Bench bench =
        bench(LaneRules.Alone.LATER, (tag, score, alone, nanos) -> Neighbours.Word.TRAILING);
    bench.arrive(Bench.ANNA);
    strong(bench, 4_500);
    assertThat(bench.granted()).as("when the other one might have").isEmpty();
    strong(bench, 500);
    assertThat(bench.granted()).hasSize(1);
    bench.leave();
    assertThat(lastFlags(bench)).contains(LaneFlags.CLAIM_CONFLICT, LaneFlags.HELD_BACK);
  }

  /** Let pass in a tie that this lane leads, and half way over the safety loop. */
  private static Bench underTheArm() {
    Bench bench =
        bench(LaneRules.Alone.LATER, (tag, score, alone, nanos) -> Neighbours.Word.LEADING);
    bench.arrive(Bench.ANNA);
    strong(bench, 5_000);
    bench.armOpens().free(Detector.ARMING);
    strong(bench, 500);
    bench.occupied(Detector.CURTAIN).occupied(Detector.SAFETY);
    strong(bench, 600);
    bench.free(Detector.CURTAIN);
    return bench;
  }

  /** Heard on, but weaker: nobody else was here, so the doubt is which lane's it is. */
  @Test
  void aTagOfATieThatIsHeardOnWeakerIsAskedAboutLater() {
    Bench bench = underTheArm();
    bench.hear(Bench.ANNA, -62, 600).free(Detector.SAFETY);
    assertThat(bench.terms()).containsExactly(Terms.REVIEW);
    assertThat(lastFlags(bench))
        .contains(LaneFlags.CLAIM_CONFLICT, LaneFlags.HELD_BACK)
        .doesNotContain(LaneFlags.ORDER_IN_DOUBT);
    assertThat(bench.all(LaneAct.AskLater.class)).hasSize(1);
  }

  /** The lead was by chance: the next lane may have the tag at once. */
  @Test
  void aTagThatStaysBehindWhoWasLetPassInATieIsGivenBack() {
    Bench bench = underTheArm();
    strong(bench, 600);
    bench.free(Detector.SAFETY);
    assertThat(bench.terms()).containsExactly(Terms.REVIEW);
    assertThat(bench.passage().evidence().choice()).isEmpty();
    assertThat(lastFlags(bench)).contains(LaneFlags.CLAIM_CONFLICT);
    assertThat(bench.acts)
        .anyMatch(LaneAct.Release.class::isInstance)
        .noneMatch(LaneAct.Settle.class::isInstance)
        .noneMatch(LaneAct.AskLater.class::isInstance);
  }

  @Test
  void whereNobodyIsAskedLaterATieIsHeld() {
    for (LaneRules.Alone alone : List.of(LaneRules.Alone.CHARGE, LaneRules.Alone.REVIEW)) {
      Bench bench = bench(alone, (tag, score, only, nanos) -> Neighbours.Word.LEADING);
      bench.arrive(Bench.ANNA);
      strong(bench, 6_000);
      assertThat(bench.granted()).isEmpty();
    }
  }

  private static void strong(Bench bench, long ms) {
    for (long i = 0; i < ms; i += 100) {
      bench.heard(Bench.ANNA, Bench.LANE, -52).pass(100);
    }
  }

  /** The others would agree: a copied number is nobody else's. */
  @Test
  void whoseChipIsInDoubtIsNotAskedAboutLater() {
    for (Flag doubt : List.of(LaneFlags.TID_CHANGED, LaneFlags.TID_INVALID)) {
      Bench bench = bench(LaneRules.Alone.LATER, SILENT);
      bench.judge.finds(Bench.ANNA, doubt);
      bench.arrive(Bench.ANNA).leave();
      assertThat(bench.terms()).containsExactly(Terms.REVIEW);
      assertThat(lastFlags(bench)).contains(doubt).doesNotContain(LaneFlags.HELD_BACK);
      assertThat(bench.acts).filteredOn(LaneAct.AskLater.class::isInstance).isEmpty();
    }
  }

  private static Set<Flag> lastFlags(Bench bench) {
    Set<Flag> last = Set.of();
    for (LaneAct act : bench.acts) {
      if (act instanceof LaneAct.Write write && write.outcome() instanceof LaneOutcome.Passage) {
        last = Set.copyOf(write.outcome().evidence().flags().all());
      }
    }
    return last;
  }

  @Test
  void whoCanAskIsNotConcerned() {
    Bench bench = bench(LaneRules.Alone.REVIEW, (tag, score, alone, nanos) -> Neighbours.Word.MINE);
    bench.arrive(Bench.ANNA).leave();
    assertThat(bench.terms()).containsExactly(Terms.CHARGED);
  }
}
