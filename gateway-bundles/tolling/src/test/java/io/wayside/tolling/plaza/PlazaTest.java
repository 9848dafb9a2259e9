// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.plaza;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.quality.Flags;
import io.wayside.tolling.lane.Choice;
import io.wayside.tolling.lane.Evidence;
import io.wayside.tolling.lane.LaneAct;
import io.wayside.tolling.lane.LaneOutcome;
import io.wayside.tolling.lane.Mode;
import io.wayside.tolling.lane.Neighbours.Word;
import io.wayside.tolling.lane.OpenGrant;
import io.wayside.tolling.lane.RecentCharge;
import io.wayside.tolling.lane.Travel;
import io.wayside.tolling.lane.Verdict;
import io.wayside.tolling.tag.TagNumber;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlazaTest {

  private static final long S = 1_000_000_000L;
  private static final TagNumber TAG = new TagNumber("3034000000000000000000a1", 96);

  private final Plaza one = plaza("one", "two");
  private final Plaza two = plaza("two", "one");
  private long now = 50 * S;

  PlazaTest() {
    talk();
  }

  private static Plaza plaza(String lane, String... others) {
    return new Plaza(PlazaRules.usual(), "phu-my", lane, 1, List.of(others));
  }

  private void talk() {
    one.repeat(now).forEach(m -> two.hear(m, now));
    two.repeat(now).forEach(m -> one.hear(m, now));
  }

  private void one(LaneAct act) {
    one.say(act, now).ifPresent(m -> two.hear(m, now));
  }

  private void two(LaneAct act) {
    two.say(act, now).ifPresent(m -> one.hear(m, now));
  }

  private void pass(long nanos) {
    for (long end = now + nanos; now < end; ) {
      now = Math.min(end, now + S / 2);
      talk();
    }
  }

  @Test
  void whatNobodyElseHearsIsMine() {
    assertThat(one.ask(TAG, 0.5, true, now)).isEqualTo(Word.MINE);
  }

  @Test
  void whatAnotherHearsBetterIsTheirs() {
    two(new LaneAct.Announce(TAG, 0.8, false));

    assertThat(one.ask(TAG, 0.6, true, now)).isEqualTo(Word.THEIRS);
    assertThat(one.ask(TAG, 0.95, true, now)).isEqualTo(Word.MINE);
  }

  @Test
  void whatBothHearAlikeIsNeithersWhereVehiclesStandInBoth() {
    two(new LaneAct.Announce(TAG, 0.6, true));
    one(new LaneAct.Announce(TAG, 0.6, true));

    assertThat(one.ask(TAG, 0.6, true, now)).isEqualTo(Word.TRAILING);
    assertThat(two.ask(TAG, 0.6, true, now)).isEqualTo(Word.TRAILING);
    two(new LaneAct.Announce(TAG, 0.55, true));
    assertThat(one.ask(TAG, 0.6, true, now)).isEqualTo(Word.LEADING);
  }

  @Test
  void afterATieOneMustBeFarAhead() {
    two(new LaneAct.Announce(TAG, 0.6, true));
    assertThat(one.ask(TAG, 0.6, true, now)).isEqualTo(Word.TRAILING);
    assertThat(one.ask(TAG, 0.8, true, now)).as("0.2 is too small").isEqualTo(Word.LEADING);
    assertThat(one.ask(TAG, 0.95, true, now)).isEqualTo(Word.MINE);
    pass(2 * S);
    two(new LaneAct.Announce(TAG, 0.6, true));
    assertThat(one.ask(TAG, 0.8, true, now)).as("the tie is forgotten").isEqualTo(Word.MINE);
  }

  @Test
  void aClaimIsAsGoodAsItsLaneHearsItNow() {
    two(new LaneAct.Claim(TAG, 0.6));
    two(new LaneAct.Announce(TAG, 0.85, true));

    assertThat(one.ask(TAG, 0.8, true, now)).isEqualTo(Word.THEIRS);
    pass(2 * S);
    assertThat(one.ask(TAG, 0.8, true, now)).isEqualTo(Word.RATHER_MINE);
  }

  @Test
  void whatIsHeardAlikeWhereNobodyStandsIsMine() {
    two(new LaneAct.Announce(TAG, 0.6, false));

    assertThat(one.ask(TAG, 0.6, true, now)).isEqualTo(Word.MINE);
  }

  @Test
  void aHearingIsForgottenSoon() {
    two(new LaneAct.Announce(TAG, 0.9, true));
    pass(2 * S);

    assertThat(one.ask(TAG, 0.5, true, now)).isEqualTo(Word.MINE);
  }

  @Test
  void aClaimStandsUntilItIsReleasedHoweverLong() {
    two(new LaneAct.Claim(TAG, 0.6));
    assertThat(one.ask(TAG, 0.65, true, now)).isEqualTo(Word.THEIRS);
    pass(600 * S);
    assertThat(one.ask(TAG, 0.65, true, now)).isEqualTo(Word.THEIRS);

    two(new LaneAct.Release(TAG));
    assertThat(one.ask(TAG, 0.65, true, now)).isEqualTo(Word.MINE);
  }

  @Test
  void aClaimYieldsToAClearlyBetterScoreWithoutOtherCandidates() {
    two(new LaneAct.Claim(TAG, 0.6));

    assertThat(one.ask(TAG, 0.8, false, now)).isEqualTo(Word.THEIRS);
    assertThat(one.ask(TAG, 0.8, true, now)).isEqualTo(Word.RATHER_MINE);
    one(new LaneAct.Claim(TAG, 0.8));
    assertThat(two.ask(TAG, 0.6, true, now)).as("at the commit").isEqualTo(Word.THEIRS);
  }

  @Test
  void ofTwoClaimsAlikeNeitherIsCharged() {
    two(new LaneAct.Claim(TAG, 0.6));
    one(new LaneAct.Claim(TAG, 0.65));

    assertThat(one.ask(TAG, 0.65, true, now)).isEqualTo(Word.TIED);
    assertThat(two.ask(TAG, 0.6, true, now)).isEqualTo(Word.TIED);
  }

  @Test
  void whatPassedElsewhereIsMarkedForTheTimeOfDuplicates() {
    two(new LaneAct.Claim(TAG, 0.6));
    two(new LaneAct.Settle(TAG));
    assertThat(one.ask(TAG, 0.9, true, now)).isEqualTo(Word.PASSED_ELSEWHERE);
    pass(179 * S);
    assertThat(one.ask(TAG, 0.9, true, now)).isEqualTo(Word.PASSED_ELSEWHERE);
    pass(S);
    assertThat(one.ask(TAG, 0.9, true, now)).isEqualTo(Word.MINE);
  }

  @Test
  void aLostMessageIsMadeGoodByItsRepetition() {
    two.say(new LaneAct.Settle(TAG), now);
    assertThat(one.ask(TAG, 0.9, true, now)).isEqualTo(Word.MINE);
    pass(S);

    assertThat(one.ask(TAG, 0.9, true, now)).isEqualTo(Word.PASSED_ELSEWHERE);
    pass(178 * S);
    assertThat(one.ask(TAG, 0.9, true, now)).isEqualTo(Word.PASSED_ELSEWHERE);
    pass(S);
    assertThat(one.ask(TAG, 0.9, true, now)).as("by its own age").isEqualTo(Word.MINE);
  }

  @Test
  void aSilentLaneCannotBeAskedAndThatIsSaid() {
    now += 3 * S;
    assertThat(one.isWhole(now)).isFalse();
    assertThat(one.ask(TAG, 0.9, true, now)).isEqualTo(Word.UNARBITRATED);

    talk();
    assertThat(one.ask(TAG, 0.9, true, now))
        .as("what it has claimed meanwhile is to be said again first")
        .isEqualTo(Word.UNARBITRATED);
    pass(1_500 * S / 1_000);
    assertThat(one.ask(TAG, 0.9, true, now)).isEqualTo(Word.MINE);
  }

  @Test
  void aRepeatedMessageAndOneOfAnEarlierBootAreNotHeard() {
    PlazaMessage claim = two.say(new LaneAct.Claim(TAG, 0.9), now).orElseThrow();
    assertThat(one.hear(claim, now)).isTrue();
    assertThat(one.hear(claim, now)).isFalse();
    two(new LaneAct.Release(TAG));
    assertThat(one.hear(claim, now)).isFalse();
    assertThat(one.ask(TAG, 0.5, true, now)).isEqualTo(Word.MINE);

    Plaza again = new Plaza(PlazaRules.usual(), "phu-my", "two", 2, List.of("one"));
    assertThat(one.hear(again.repeat(now).get(0), now)).isTrue();
    assertThat(one.hear(two.say(new LaneAct.Claim(TAG, 0.9), now).orElseThrow(), now)).isFalse();
  }

  @Test
  void aLaneThatRestartsHasNoClaimsAnyMore() {
    two(new LaneAct.Claim(TAG, 0.9));
    Plaza again = new Plaza(PlazaRules.usual(), "phu-my", "two", 2, List.of("one"));
    again.repeat(now).forEach(m -> one.hear(m, now));

    assertThat(one.ask(TAG, 0.5, true, now)).isEqualTo(Word.MINE);
  }

  @Test
  void strangersAreNotHeard() {
    Plaza three = plaza("three", "one");
    Plaza elsewhere = new Plaza(PlazaRules.usual(), "ben-luc", "two", 9, List.of("one"));

    assertThat(one.hear(three.say(new LaneAct.Claim(TAG, 0.9), now).orElseThrow(), now)).isFalse();
    assertThat(one.hear(elsewhere.say(new LaneAct.Claim(TAG, 0.9), now).orElseThrow(), now))
        .isFalse();
  }

  @Test
  void aFloodOfTagsIsBounded() {
    for (int i = 0; i < 5_000; i++) {
      two(new LaneAct.Claim(new TagNumber(String.format("%024x", i), 96), 0.9));
      two(new LaneAct.Settle(new TagNumber(String.format("%024x", i + 9_000), 96)));
    }
    assertThat(two.repeat(now + S)).hasSizeLessThan(200);
  }

  @Test
  void whatWasOvertakenByALaterWordOnTheSameTagChangesNothing() {
    PlazaMessage claim = two.say(new LaneAct.Claim(TAG, 0.9), now).orElseThrow();
    PlazaMessage release = two.say(new LaneAct.Release(TAG), now).orElseThrow();
    assertThat(one.hear(release, now)).isTrue();
    assertThat(one.hear(claim, now)).isTrue();

    assertThat(one.ask(TAG, 0.5, true, now)).isEqualTo(Word.MINE);
  }

  @Test
  void aClaimThatWasOvertakenByWordsOnOtherTagsCounts() {
    PlazaMessage claim = two.say(new LaneAct.Claim(TAG, 0.9), now).orElseThrow();
    TagNumber other = new TagNumber("3034000000000000000000b2", 96);
    two(new LaneAct.Announce(other, 0.5, true));
    assertThat(one.hear(claim, now)).isTrue();

    assertThat(one.ask(TAG, 0.5, true, now)).isEqualTo(Word.THEIRS);
  }

  @Test
  void aTagThatPassedHereAndThereWithoutTheOtherKnowingIsAConflictOnce() {
    one.say(new LaneAct.Settle(TAG), now);
    two.say(new LaneAct.Settle(TAG), now);
    assertThat(one.conflicts()).isEmpty();
    pass(S);

    assertThat(one.conflicts()).containsExactly(new Conflict(TAG, "two", 50 * S, 50 * S));
    assertThat(two.conflicts()).hasSize(1);
    pass(100 * S);
    assertThat(one.conflicts()).isEmpty();
  }

  @Test
  void whoKnewWhenItLetTheTagPassHasNoConflictToTell() {
    two(new LaneAct.Settle(TAG));
    now += S;
    one(new LaneAct.Settle(TAG));
    pass(2 * S);

    assertThat(one.conflicts()).isEmpty();
    assertThat(two.conflicts()).as("it heard only afterwards").hasSize(1);
  }

  @Test
  void aLaneThatRestartsGoesOnWithWhatItsJournalKnows() {
    Plaza again = new Plaza(PlazaRules.usual(), "phu-my", "two", 2, List.of("one"));
    TagNumber charged = new TagNumber("3034000000000000000000b2", 96);
    again.resume(List.of(openGrant()), List.of(new RecentCharge(charged, 100 * S)), now);
    again.repeat(now).forEach(m -> one.hear(m, now));

    assertThat(one.ask(TAG, 0.5, true, now)).isEqualTo(Word.THEIRS);
    assertThat(one.ask(charged, 0.9, true, now)).isEqualTo(Word.PASSED_ELSEWHERE);
    assertThat(one.ask(charged, 0.9, true, now + 79 * S)).isEqualTo(Word.PASSED_ELSEWHERE);
    assertThat(one.ask(charged, 0.9, true, now + 81 * S)).isNotEqualTo(Word.PASSED_ELSEWHERE);
  }

  private static OpenGrant openGrant() {
    Evidence evidence =
        new Evidence(
            1,
            Travel.FORWARD,
            0,
            0,
            Optional.empty(),
            Optional.of(new Choice(TAG, 0.9, Optional.empty(), 0)),
            List.of(),
            List.of(),
            Flags.NONE);
    return new OpenGrant(
        new LaneOutcome.Grant(
            evidence,
            new Verdict(
                Verdict.Answer.CHARGE,
                "test",
                Mode.ONLINE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Flags.NONE),
            0,
            0,
            Optional.empty()),
        5 * S);
  }

  @Test
  void anAgeBeyondAllReasonDoesNoHarm() {
    PlazaMessage old =
        new PlazaMessage(
            "phu-my",
            "two",
            1,
            900,
            PlazaMessage.Kind.SETTLED,
            Optional.of(TAG),
            0,
            false,
            Long.MAX_VALUE);
    assertThat(one.hear(old, now)).isTrue();
    assertThat(one.ask(TAG, 0.9, true, now)).isEqualTo(Word.MINE);
  }
}
