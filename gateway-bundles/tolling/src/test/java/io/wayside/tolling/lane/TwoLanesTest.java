// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.tolling.lane.LaneOutcome.Terms;
import io.wayside.tolling.plaza.Plaza;
import io.wayside.tolling.plaza.PlazaRules;
import io.wayside.tolling.tag.TagNumber;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two lanes beside each other, whose antennas hear both. */
class TwoLanesTest {

  private final Side left = new Side("left", "right");
  private final Side right = new Side("right", "left");
  private boolean network = true;

  /** One lane with its side of the talk. */
  private static final class Side {
    final Plaza plaza;
    final Bench bench;
    int said;

    Side(String name, String other) {
      plaza = new Plaza(PlazaRules.usual(), "phu-my", name, 1, List.of(other));
      bench = new Bench(Bench.ROOMY, plaza);
      bench.settle();
    }

    void say(Side other, boolean carried) {
      for (; said < bench.acts.size(); said++) {
        plaza
            .say(bench.acts.get(said), bench.now())
            .ifPresent(
                m -> {
                  if (carried) {
                    other.plaza.hear(m, other.bench.now());
                  }
                });
      }
      for (var m : plaza.repeat(bench.now())) {
        if (carried) {
          other.plaza.hear(m, other.bench.now());
        }
      }
    }
  }

  private void talk() {
    left.say(right, network);
    right.say(left, network);
  }

  private void pass(long ms) {
    for (long i = 0; i < ms; i += 10) {
      left.bench.pass(10);
      right.bench.pass(10);
      talk();
    }
  }

  private void hear(TagNumber tag, double leftDbm, double rightDbm, long ms) {
    for (long i = 0; i < ms; i += 50) {
      left.bench.heard(tag, Bench.LANE, leftDbm);
      right.bench.heard(tag, Bench.LANE, rightDbm);
      talk();
      pass(50);
    }
  }

  @Test
  void aTagHeardBetterInItsOwnLaneOpensThatLaneAlone() {
    pass(100);
    left.bench.occupied(Detector.ARMING);
    right.bench.occupied(Detector.ARMING);
    hear(Bench.ANNA, -53, -59, 2_000);

    assertThat(left.bench.granted()).hasSize(1);
    assertThat(right.bench.granted()).isEmpty();
    left.bench.leave();
    right.bench.pass(2_000);
    assertThat(left.bench.terms()).containsExactly(Terms.CHARGED);
    assertThat(left.bench.passage().evidence().flags().all()).isEmpty();
  }

  @Test
  void aTagHeardAlikeInBothOpensNeither() {
    pass(100);
    left.bench.occupied(Detector.ARMING);
    right.bench.occupied(Detector.ARMING);
    hear(Bench.ANNA, -55, -55, 3_000);

    assertThat(left.bench.granted()).isEmpty();
    assertThat(right.bench.granted()).isEmpty();
    assertThat(left.bench.notice()).isEqualTo(Notices.TAG_IN_NEXT_LANE);
  }

  @Test
  void withoutTheNetworkTheTwoMayBothOpenAndBothAreMarked() {
    pass(100);
    network = false;
    pass(3_000);
    left.bench.occupied(Detector.ARMING);
    right.bench.occupied(Detector.ARMING);
    hear(Bench.ANNA, -55, -55, 500);
    left.bench.leave();
    right.bench.leave();

    for (Side side : List.of(left, right)) {
      assertThat(side.bench.passage().evidence().flags().all()).contains(LaneFlags.UNARBITRATED);
    }
  }

  @Test
  void whatWasGrantedTwiceIsChargedAtMostOnceWhenTheNetworkIsBack() {
    pass(100);
    network = false;
    left.bench.occupied(Detector.ARMING);
    right.bench.occupied(Detector.ARMING);
    hear(Bench.ANNA, -55, -55, 500);
    network = true;
    pass(600);
    left.bench.leave();
    talk();
    right.bench.leave();

    List<Terms> both = List.of(left.bench.passage().terms(), right.bench.passage().terms());
    assertThat(both).doesNotContain(Terms.CHARGED);
    assertThat(right.bench.passage().evidence().flags().all()).isNotEmpty();
  }

  @Test
  void vehiclesThatHaveLeftTheArmingLoopStandThereToo() {
    pass(100);
    left.bench.occupied(Detector.ARMING);
    right.bench.occupied(Detector.ARMING);
    pass(300);
    left.bench.free(Detector.ARMING);
    right.bench.free(Detector.ARMING);
    hear(Bench.ANNA, -55, -55, 1_000);

    assertThat(left.bench.granted()).isEmpty();
    assertThat(right.bench.granted()).isEmpty();
  }

  @Test
  void aLeadThatComesAfterATieIsByChance() {
    pass(100);
    left.bench.occupied(Detector.ARMING);
    right.bench.occupied(Detector.ARMING);
    hear(Bench.ANNA, -57, -57, 1_000);
    hear(Bench.ANNA, -53, -57, 2_000);

    assertThat(left.bench.granted()).isEmpty();
    assertThat(right.bench.granted()).isEmpty();
  }

  /** The best half second of a long wait is better than the last one, in both lanes. */
  @Test
  void lanesCompareWhatTheyHeardOverTheSameTime() {
    pass(100);
    left.bench.occupied(Detector.ARMING);
    right.bench.occupied(Detector.ARMING);
    pass(1_000);
    hear(Bench.ANNA, -62, -54, 600);
    hear(Bench.ANNA, -62, -64, 1_500);

    assertThat(left.bench.granted()).as("the right has heard it better").isEmpty();
  }

  @Test
  void ofTwoThatClaimedOverALateNetworkNeitherChargesByItself() {
    pass(100);
    network = false;
    left.bench.occupied(Detector.ARMING);
    right.bench.occupied(Detector.ARMING);
    hear(Bench.ANNA, -55, -55, 500);
    network = true;
    pass(600);
    left.bench.leave();
    right.bench.leave();

    for (Side side : List.of(left, right)) {
      assertThat(side.bench.passage().terms()).isEqualTo(Terms.REVIEW);
      assertThat(side.bench.passage().evidence().flags().all()).contains(LaneFlags.CLAIM_CONFLICT);
    }
  }

  /** Its word came late, and its car still waits when the other has gone without the tag. */
  @Test
  void whoPassesWithoutTheTagLeavesItToTheLaneThatWaitsForIt() {
    pass(100);
    network = false;
    left.bench.occupied(Detector.ARMING);
    pass(20);
    right.bench.occupied(Detector.ARMING);
    hear(Bench.ANNA, -55, -57, 300);
    network = true;
    assertThat(left.bench.granted()).hasSize(1);
    hear(Bench.ANNA, -55, -55, 600);
    left.bench.armOpens().free(Detector.ARMING);
    right.bench.free(Detector.ARMING);
    hear(Bench.ANNA, -55, -55, 500);
    left.bench.occupied(Detector.CURTAIN).occupied(Detector.SAFETY);
    hear(Bench.ANNA, -55, -55, 600);
    left.bench.free(Detector.CURTAIN);
    hear(Bench.ANNA, -55, -55, 600);
    left.bench.free(Detector.SAFETY);
    talk();
    assertThat(left.bench.terms()).containsExactly(Terms.REVIEW);
    assertThat(left.bench.passage().evidence().choice()).isEmpty();
    assertThat(left.bench.passage().evidence().flags().all()).contains(LaneFlags.CLAIM_CONFLICT);
    assertThat(left.bench.lane().vehicles()).as("nobody is waited for").isZero();

    hear(Bench.ANNA, -55, -55, 1_500);
    assertThat(right.bench.granted()).hasSize(1);
    right.bench.leave();
    assertThat(right.bench.chargedTags()).containsExactly(Bench.ANNA);
  }

  @Test
  void whatBothChargedWithoutTheNetworkIsAConflictOnceItIsBack() {
    pass(100);
    network = false;
    pass(3_000);
    left.bench.occupied(Detector.ARMING);
    right.bench.occupied(Detector.ARMING);
    hear(Bench.ANNA, -55, -55, 500);
    left.bench.leave();
    right.bench.leave();
    pass(100);
    assertThat(left.plaza.conflicts()).isEmpty();
    network = true;
    pass(1_000);

    assertThat(left.plaza.conflicts()).hasSize(1);
    assertThat(right.plaza.conflicts()).hasSize(1);
  }
}
