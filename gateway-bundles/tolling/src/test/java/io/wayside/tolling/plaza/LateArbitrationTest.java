// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.plaza;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.quality.Flags;
import io.wayside.tolling.lane.Detector;
import io.wayside.tolling.lane.Evidence;
import io.wayside.tolling.lane.LaneAct;
import io.wayside.tolling.lane.LaneEvent;
import io.wayside.tolling.lane.LaneOrder;
import io.wayside.tolling.lane.LaneOutcome;
import io.wayside.tolling.lane.LaneOutcome.Violation;
import io.wayside.tolling.lane.Layout;
import io.wayside.tolling.lane.Travel;
import io.wayside.tolling.plaza.LateWord.Answer;
import io.wayside.tolling.tag.TagNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What lanes that could not ask each other make of it when they can. */
class LateArbitrationTest {

  private static final long S = 1_000_000_000L;
  private static final TagNumber TAG = new TagNumber("3034000000000000000000a1", 96);
  private static final TagNumber OTHER = new TagNumber("3034000000000000000000b2", 96);

  private final List<Plaza> lanes = new ArrayList<>();
  private boolean network = true;
  private double lost;
  private final SplittableRandom random = new SplittableRandom(7);
  private long now = 500 * S;

  private Plaza lane(String name, String... others) {
    Plaza plaza = new Plaza(PlazaRules.usual(), "phu-my", name, 1, List.of(others));
    lanes.add(plaza);
    return plaza;
  }

  private void two() {
    lane("one", "two");
    lane("two", "one");
  }

  private void tell(Plaza from, List<PlazaMessage> messages) {
    for (PlazaMessage message : messages) {
      for (Plaza each : lanes) {
        if (each != from && network && random.nextDouble() >= lost) {
          each.hear(message, now);
          tell(each, each.answers());
        }
      }
    }
  }

  private void say(int lane, LaneAct act) {
    tell(lanes.get(lane), lanes.get(lane).say(act, now).stream().toList());
  }

  private void pass(long nanos) {
    for (long end = now + nanos; now < end; ) {
      now = Math.min(end, now + S / 2);
      lanes.forEach(each -> tell(each, each.repeat(now)));
    }
  }

  private void hold(int lane, long passage, double score) {
    lanes.get(lane).hold(new HeldBack(passage, TAG, score, now));
  }

  private Optional<Answer> word(int lane) {
    List<LateWord> words = lanes.get(lane).lateWords();
    assertThat(words).hasSizeLessThan(2);
    return words.stream().map(LateWord::answer).findFirst();
  }

  @Test
  void whatNoOtherLaneHeardIsOwnAsSoonAsAllCanBeAsked() {
    two();
    network = false;
    hold(0, 8, 0.9);
    pass(120 * S);
    assertThat(word(0)).isEmpty();
    assertThat(lanes.get(0).heldBack()).isEqualTo(1);
    network = true;
    pass(3 * S);
    assertThat(lanes.get(0).lateWords())
        .containsExactly(new LateWord(8, Answer.OWN, List.of("two")));
    assertThat(lanes.get(0).heldBack()).isZero();
    pass(10 * S);
    assertThat(word(0)).as("once").isEmpty();
  }

  @Test
  void whatAVehicleBesideMayHaveCarriedIsNobodys() {
    two();
    network = false;
    hold(0, 8, 0.9);
    hold(1, 5, 0.8);
    say(0, new LaneAct.Announce(TAG, 0.9, true));
    say(1, new LaneAct.Announce(TAG, 0.8, true));
    pass(30 * S);
    network = true;
    pass(3 * S);
    assertThat(word(0)).contains(Answer.DISPUTED);
    assertThat(word(1)).contains(Answer.DISPUTED);
  }

  @Test
  void aBeamIntoTheNextLaneTakesNothingAway() {
    two();
    network = false;
    say(0, new LaneAct.Announce(TAG, 0.95, true));
    say(1, new LaneAct.Announce(TAG, 0.4, true));
    hold(0, 8, 0.9);
    pass(30 * S);
    network = true;
    pass(3 * S);
    assertThat(word(0)).contains(Answer.OWN);
  }

  @Test
  void whereNobodyStoodNobodyCanBeConfused() {
    two();
    network = false;
    say(1, new LaneAct.Announce(TAG, 0.95, false));
    hold(0, 8, 0.9);
    pass(30 * S);
    network = true;
    pass(3 * S);
    assertThat(word(0)).contains(Answer.OWN);
  }

  @Test
  void whatPassedThereTooIsNobodysHoweverWellItWasHeard() {
    two();
    network = false;
    say(1, new LaneAct.Claim(TAG, 0.36));
    say(1, new LaneAct.Settle(TAG));
    pass(100 * S);
    hold(0, 8, 0.99);
    pass(30 * S);
    network = true;
    pass(3 * S);
    assertThat(word(0)).contains(Answer.DISPUTED);
  }

  @Test
  void longAgoAndAnotherTagDoNotMatter() {
    two();
    network = false;
    say(1, new LaneAct.Announce(TAG, 0.9, true));
    say(1, new LaneAct.Settle(TAG));
    pass(200 * S);
    hold(0, 8, 0.9);
    say(1, new LaneAct.Announce(OTHER, 0.9, true));
    pass(200 * S);
    say(1, new LaneAct.Announce(TAG, 0.9, true));
    say(1, new LaneAct.Settle(TAG));
    pass(10 * S);
    network = true;
    pass(3 * S);
    assertThat(word(0)).contains(Answer.OWN);
  }

  /** The vehicle beside comes to its loop when this one has gone already. */
  @Test
  void nobodyIsAskedAtOnce() {
    two();
    pass(2 * S);
    hold(0, 8, 0.9);
    pass(6 * S);
    say(1, new LaneAct.Announce(TAG, 0.9, true));
    pass(10 * S);
    assertThat(word(0)).contains(Answer.DISPUTED);
  }

  @Test
  void aLaneThatWasNotThereThenCannotSay() {
    two();
    network = false;
    hold(0, 8, 0.9);
    pass(40 * S);
    lanes.get(1).resume(List.of(), List.of(), now);
    network = true;
    pass(3 * S);
    assertThat(word(0)).contains(Answer.FORGOTTEN);
  }

  /** Without antennas nothing is known; of what was not heard at all nobody has to be ahead. */
  @Test
  void aFaintTagIsOwnOnlyWhereNobodyHeardIt() {
    for (boolean ears : new boolean[] {true, false}) {
      LateArbitrationTest each = new LateArbitrationTest();
      each.two();
      if (ears) {
        each.lanes.get(1).facing(new Layout(Set.of(2), Set.of(1), true, true, true));
        each.sense(each.now - 30 * S);
      }
      each.hold(0, 8, 0.05);
      each.pass(70 * S);
      assertThat(each.word(0)).contains(ears ? Answer.OWN : Answer.DISPUTED);
    }
  }

  /** Who stands beside has not shown yet whether he has a tag of his own. */
  @Test
  void aFaintTagWaitsForWhoStandsBeside() {
    for (boolean own : new boolean[] {true, false}) {
      LateArbitrationTest each = new LateArbitrationTest();
      each.two();
      each.lanes.get(1).facing(new Layout(Set.of(2), Set.of(1), true, true, true));
      each.sense(each.now - 30 * S);
      Plaza two = each.lanes.get(1);
      two.watch(new LaneAct.Photograph(4, LaneAct.Shot.ARMED), each.now);
      each.hold(0, 8, 0.05);
      each.pass(30 * S);
      assertThat(each.word(0)).as("he stands there").isEmpty();
      if (own) {
        two.watch(charged(4, each.now), each.now);
      }
      each.pass(40 * S);
      assertThat(each.word(0)).contains(own ? Answer.OWN : Answer.DISPUTED);
    }
  }

  private static LaneAct charged(long vehicle, long nanos) {
    Evidence evidence =
        new Evidence(
            vehicle,
            Travel.FORWARD,
            nanos - S,
            nanos,
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            Flags.NONE);
    return new LaneAct.Write(
        new LaneOutcome.Passage(
            evidence, LaneOutcome.Terms.CHARGED, Optional.empty(), nanos, Violation.NONE));
  }

  private void sense(long nanos) {
    Plaza two = lanes.get(1);
    two.observe(new LaneEvent.Occupied(nanos, Detector.ARMING, false));
    two.observe(new LaneEvent.Occupied(nanos, Detector.SAFETY, false));
    two.observe(new LaneEvent.Reader(nanos, true));
    two.observe(new LaneEvent.Order(nanos, LaneOrder.OPEN, "test"));
  }

  @Test
  void everyLaneHasToAgree() {
    lane("one", "two", "three");
    lane("two", "one", "three");
    pass(5 * S);
    hold(0, 8, 0.9);
    pass(60 * S);
    assertThat(word(0)).as("three is silent").isEmpty();
    lane("three", "one", "two");
    pass(5 * S);
    assertThat(lanes.get(0).lateWords())
        .containsExactly(new LateWord(8, Answer.OWN, List.of("three", "two")));
  }

  @Test
  void whatNobodyAnsweredInADayIsNotAskedAnyMore() {
    two();
    network = false;
    hold(0, 8, 0.9);
    pass(24 * 3600 * S + 2 * S);
    assertThat(word(0)).contains(Answer.UNANSWERED);
    assertThat(lanes.get(0).heldBack()).isZero();
  }

  @Test
  void manyAreAskedOneAfterTheOtherAlsoWhenTheNetworkLosesHalf() {
    two();
    network = false;
    for (int i = 0; i < 300; i++) {
      TagNumber tag = new TagNumber("30350000000000000000%04x".formatted(i), 96);
      lanes.get(0).hold(new HeldBack(i, tag, 0.9, now));
      if (i % 3 == 0) {
        say(1, new LaneAct.Announce(tag, 0.9, true));
      }
    }
    pass(20 * S);
    network = true;
    lost = 0.5;
    List<LateWord> words = new ArrayList<>();
    for (int i = 0; i < 400 && words.size() < 300; i++) {
      pass(S);
      words.addAll(lanes.get(0).lateWords());
    }
    assertThat(words).hasSize(300);
    assertThat(words)
        .allMatch(
            word -> word.answer() == (word.passage() % 3 == 0 ? Answer.DISPUTED : Answer.OWN));
  }

  @Test
  void whatWasDroppedFromMemoryIsNotDenied() {
    Recollection memory = new Recollection();
    memory.heard(TAG, 0.9, now);
    for (int i = 0; i < Recollection.MOST_TAGS; i++) {
      now += S / 10;
      memory.heard(new TagNumber("30350000000000000000%04x".formatted(i), 96), 0.9, now);
    }
    assertThat(memory.at(TAG, 500 * S, 180 * S)).isEmpty();
    assertThat(memory.at(TAG, now, 180 * S)).contains(new Recollection.Memory(0, false));
  }

  /** A charge before it began would be a duplicate, and is not remembered. */
  @Test
  void whoBeganWithinTheTimeOfDuplicatesDoesNotKnow() {
    Recollection memory = new Recollection();
    memory.begin(now);
    assertThat(memory.at(TAG, now + 179 * S, 180 * S)).isEmpty();
    assertThat(memory.at(TAG, now + 180 * S, 180 * S)).contains(new Recollection.Memory(0, false));
  }

  @Test
  void aTagThatLiesInTheBoothMakesNobodyForgotten() {
    Recollection memory = new Recollection();
    TagNumber other = new TagNumber("3034000000000000000000b2", 96);
    long then = now;
    memory.heard(other, 0.7, then);
    memory.heard(TAG, 0.9, then);
    for (int i = 0; i < 200; i++) {
      now += 6 * S;
      memory.heard(TAG, 0.4, now);
    }
    assertThat(memory.at(other, then, 180 * S)).contains(new Recollection.Memory(0.7, false));
    assertThat(memory.at(TAG, then, 180 * S).orElseThrow().score()).isEqualTo(0.9);
  }

  @Test
  void whoPassesAgainAndAgainIsNotDeniedWhatWasDropped() {
    Recollection memory = new Recollection();
    long then = now;
    for (int i = 0; i < 20; i++) {
      memory.passed(TAG, now);
      now += 300 * S;
    }
    assertThat(memory.at(TAG, then, 180 * S)).isEmpty();
    assertThat(memory.at(TAG, now - 300 * S, 180 * S).orElseThrow().passed()).isTrue();
  }

  @Test
  void tooManyAreForAPersonTheOldestFirst() {
    two();
    network = false;
    for (int i = 0; i <= Afterwards.MOST_HELD; i++) {
      hold(0, i, 0.9);
    }
    assertThat(lanes.get(0).heldBack()).isEqualTo(Afterwards.MOST_HELD);
    assertThat(lanes.get(0).lateWords())
        .containsExactly(new LateWord(0, Answer.UNANSWERED, List.of()));
  }
}
